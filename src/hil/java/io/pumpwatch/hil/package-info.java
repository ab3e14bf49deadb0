/** The suite in the virtual Pi: the package as a station would install it, on real kernel devices. */
@NullMarked
package io.pumpwatch.hil;

import org.jspecify.annotations.NullMarked;

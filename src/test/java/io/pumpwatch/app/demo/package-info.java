/** Tests of the demos. */
@NullMarked
package io.pumpwatch.app.demo;

import org.jspecify.annotations.NullMarked;

/** The order of decisions in one scan, the whole state, and the sealed families of events and commands. */
@NullMarked
package io.pumpwatch.scan;

import org.jspecify.annotations.NullMarked;

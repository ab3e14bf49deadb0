/** What protects people and machines: swing latch, trips, start permits, levels, readiness. Reads real values only. */
@NullMarked
package io.pumpwatch.interlocks;

import org.jspecify.annotations.NullMarked;

/** Rounds, sheets, jobs and defects, by themselves. */
@NullMarked
package io.pumpwatch.rounds;

import org.jspecify.annotations.NullMarked;

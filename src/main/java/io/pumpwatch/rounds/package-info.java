/** Rounds, sheets, jobs, defects and work items: what is looked at, by whom, and what came of it. */
@NullMarked
package io.pumpwatch.rounds;

import org.jspecify.annotations.NullMarked;

/** Readings of a year as one-second summaries, and of the last hour as they came, in block files of their own. */
@NullMarked
package io.pumpwatch.history;

import org.jspecify.annotations.NullMarked;

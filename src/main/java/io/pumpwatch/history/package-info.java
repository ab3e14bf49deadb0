/** Trends: one-second summaries for a year, a full-rate ring of an hour, and what people ask of them. */
@NullMarked
package io.pumpwatch.history;

import org.jspecify.annotations.NullMarked;

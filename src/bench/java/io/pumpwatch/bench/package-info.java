/** Benchmarks, run by {@code src/bench/run}; each prints what it measured and on what. */
@NullMarked
package io.pumpwatch.bench;

import org.jspecify.annotations.NullMarked;

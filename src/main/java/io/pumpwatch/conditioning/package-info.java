/** From samples to readings: loop scaling, bands, plausibility, freshness, filters. Each sample counts once. */
@NullMarked
package io.pumpwatch.conditioning;

import org.jspecify.annotations.NullMarked;

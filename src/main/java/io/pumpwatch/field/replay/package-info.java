/** A recording as a field: rows of a CSV become samples, at the pace of whoever reads. */
@NullMarked
package io.pumpwatch.field.replay;

import org.jspecify.annotations.NullMarked;

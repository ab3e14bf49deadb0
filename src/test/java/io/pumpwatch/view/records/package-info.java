/** Tests of the reports. */
@NullMarked
package io.pumpwatch.view.records;

import org.jspecify.annotations.NullMarked;

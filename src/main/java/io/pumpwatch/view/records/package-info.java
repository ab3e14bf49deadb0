/** Reports for people, as pure folds over the journal's entries. */
@NullMarked
package io.pumpwatch.view.records;

import org.jspecify.annotations.NullMarked;

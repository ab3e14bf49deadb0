/** Pure folds and pictures for people: what the screens, reports and summaries show. */
@NullMarked
package io.pumpwatch.view;

import org.jspecify.annotations.NullMarked;

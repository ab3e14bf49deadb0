/** Blank paper forms, made of the same definitions as the screens. */
@NullMarked
package io.pumpwatch.view.forms;

import org.jspecify.annotations.NullMarked;

/** Tests of the blank paper forms. */
@org.jspecify.annotations.NullMarked
package io.pumpwatch.view.forms;

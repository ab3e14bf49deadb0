@NullMarked
package io.pumpwatch.history;

import org.jspecify.annotations.NullMarked;

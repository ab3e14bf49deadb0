@NullMarked
package io.pumpwatch.console;

import org.jspecify.annotations.NullMarked;

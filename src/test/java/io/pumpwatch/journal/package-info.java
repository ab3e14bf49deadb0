@NullMarked
package io.pumpwatch.journal;

import org.jspecify.annotations.NullMarked;

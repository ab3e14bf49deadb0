/** The program's commands. Nobody imports this package. */
@NullMarked
package io.pumpwatch.cli;

import org.jspecify.annotations.NullMarked;

/** The terminal console and the client of the HTTP API that it shares with the command line. */
@NullMarked
package io.pumpwatch.console;

import org.jspecify.annotations.NullMarked;

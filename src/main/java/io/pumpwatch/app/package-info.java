/** Composition root: the scan loop, its inbox, the system's clock, and the life of the agent. */
@NullMarked
package io.pumpwatch.app;

import org.jspecify.annotations.NullMarked;

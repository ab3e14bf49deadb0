/** The port between the station and the agent: inputs come as samples, outputs go as relay states. */
@NullMarked
package io.pumpwatch.field;

import org.jspecify.annotations.NullMarked;

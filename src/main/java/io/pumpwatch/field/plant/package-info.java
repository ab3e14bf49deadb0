/**
 * A simulated plant: pumps with their start circuits, the emulsion header, spray, tank and sump, the instruments on
 * them and the relay board that the agent drives. Everything follows from settings, seed, acts and the agent's
 * outputs; no clock and no thread.
 */
@NullMarked
package io.pumpwatch.field.plant;

import org.jspecify.annotations.NullMarked;

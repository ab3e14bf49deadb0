package io.pumpwatch.alarms;

import io.pumpwatch.station.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What one scan came to.
 *
 * @param answers one for each command asked, in order; empty means done
 */
public record AlarmDecision(AlarmMemory memory, List<AlarmEvent> events, List<Optional<Refusal>> answers) {}

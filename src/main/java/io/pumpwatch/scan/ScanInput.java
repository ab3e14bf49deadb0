package io.pumpwatch.scan;

import io.pumpwatch.station.Sample;
import java.util.List;

/** Everything that one scan may look at, frozen. */
public record ScanInput(List<Sample> samples, List<Command.Posted> commands, Health health) {}

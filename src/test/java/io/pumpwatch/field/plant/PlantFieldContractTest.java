package io.pumpwatch.field.plant;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldContractTest;
import io.pumpwatch.station.Output;
import java.util.List;

/** The plant keeps the contract of a field, with a pump running and a trouble now and then. */
public class PlantFieldContractTest extends FieldContractTest {
    @Override
    protected Field open() {
        PlantSettings settings = Plants.full().build();
        List<TimedAct> script = List.of(
                new TimedAct(1_000, new Act.Button(Plants.P301, true)),
                new TimedAct(5_000, new Act.Signal(Plants.PT101, SignalFault.NOISE)),
                new TimedAct(9_000, new Act.Signal(Plants.PT201, SignalFault.BUS_ERROR)),
                new TimedAct(12_000, new Act.Begin(Upset.POWER_LOSS)));
        return new Plant(settings, 7, script).connect();
    }

    @Override
    protected List<Output> knownOutputs() {
        return List.of(new Output(Plants.XC101, true));
    }
}

package io.pumpwatch.field;

import io.pumpwatch.field.plant.PlantFieldContractTest;
import java.util.List;

/** Fields together keep the contract of each. */
class FieldsTogetherContractTest extends PlantFieldContractTest {
    @Override
    protected Field open() {
        return new FieldsTogether(List.of(super.open()));
    }
}

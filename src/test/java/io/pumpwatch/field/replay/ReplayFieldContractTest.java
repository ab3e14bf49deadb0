package io.pumpwatch.field.replay;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldContractTest;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A recording keeps the contract of a field. */
class ReplayFieldContractTest extends FieldContractTest {
    @TempDir
    private Path folder;

    @Override
    protected Field open() throws Exception {
        StringBuilder text = new StringBuilder("time;p;q\n");
        for (int second = 0; second < 60; second++) {
            text.append(second * 1000).append(";").append(second / 10.0).append(second == 7 ? ";x\n" : ";3\n");
        }
        Path file = Files.writeString(folder.resolve("small.csv"), text.toString());
        return ReplayField.open(
                file,
                ReplayMapping.of(
                        ';',
                        "time",
                        "epoch-ms",
                        ZoneOffset.UTC,
                        List.of(
                                ReplayColumn.plain(new Tag("PT-101"), "p"),
                                ReplayColumn.plain(new Tag("FT-101"), "q"))));
    }

    @Override
    protected List<Output> knownOutputs() {
        return List.of();
    }
}

package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code form}: blank paper, from a running agent and without one. */
class FormClientTest extends ClientRig {
    private static final String CONFIG = " --config config/full.toml";

    @Test
    void formsAreListedAndPrinted() {
        speaks("""
                form                             | 0 | Pre-shift briefing     | 班前会记录
                form handover                    | 0 | Outgoing side          | 交班人
                form no-such                     | 2 | There is no form       | 没有表格
                form --config config/full.toml   | 0 | Daily check            | 日检表
                form round --config config/full.toml  | 0 | P-101             | P-101
                form no-such --config config/full.toml | 1 | level-log        | level-log
                """);
        teach(List.of("form"));
    }

    @Test
    void theAgentsFormIsThatOfItsStationFile() {
        assertEquals(0, run(Lang.ZH, words("form sign-on" + CONFIG)));
        String stored = out.toString();
        assertTrue(stored.contains("自救器") && stored.contains("矿灯"), stored);
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        for (String line : List.of("form briefing --json", "form briefing --json" + CONFIG)) {
            assertEquals(0, run(Lang.EN, words(line)), err::toString);
            Map<String, Object> answer = JSON.std.mapFrom(out.toString());
            assertTrue(String.valueOf(answer.get("form")).contains("Risks and their measures"), line);
            assertTrue(String.valueOf(answer.get("forms")).contains("handover"), line);
        }
    }
}

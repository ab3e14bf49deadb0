package io.pumpwatch.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinylog.Logger;

/**
 * As many power cuts as one asks for ({@code -Dcuts=100}), at moments drawn by {@code -Dseed}; with
 * {@code -Dnegative=true} the agent's syncs do nothing, and something must be seen to be lost.
 */
class PowerCutTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAnnouncedIsKept() throws IOException, InterruptedException {
        int cuts = Integer.getInteger("cuts", 5);
        boolean negative = Boolean.getBoolean("negative");
        Station station = Station.boot(folder);
        try (Guest pi = station.pi()) {
            station.install(Station.VERSION);
            station.commission();
            pi.run("sync").good();
            PowerCuts plug = new PowerCuts(station, Long.getLong("seed", 20_261_125));
            if (negative) {
                plug.withoutSync();
            }
            for (int cut = 1; cut <= cuts; cut++) {
                if (negative) {
                    plug.cutWithoutSync();
                } else {
                    plug.cut();
                }
                Logger.info(
                        "{} cuts: {} entries told, {} lost; first scans after {} s",
                        cut,
                        plug.told(),
                        plug.lost(),
                        plug.firstScans());
            }
            if (negative) {
                assertTrue(plug.lost() > 0, "without sync something must have been lost, or this test sees nothing");
            } else {
                assertEquals(0, plug.lost(), "announced and gone, of " + plug.told());
                station.verify();
            }
        }
    }
}

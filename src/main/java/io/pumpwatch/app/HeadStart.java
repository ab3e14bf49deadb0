package io.pumpwatch.app;

import io.pumpwatch.config.BuiltIn;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.field.pi4j.Hardware;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.time.zone.ZoneRulesProvider;
import org.tinylog.Logger;

/**
 * What a start needs whatever its station file says, done on a second core while the first one reads that file: until
 * the first scan nobody watches the station. It only loads what would be loaded a moment later anyway; whoever needs it
 * sooner waits for it as for any class that is being loaded.
 */
public final class HeadStart {
    /** Of the kind that each start keeps first. */
    static final StationEvent FIRST = new StationEvent.Agent(new AgentEvent.Started("", 1, false));

    private HeadStart() {}

    /** Begins, and returns at once the thread, which ends by itself. */
    public static Thread begin() {
        Runnable builtIn = BuiltIn.ahead();
        Thread thread = new Thread(() -> run(builtIn), "head-start");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** In the order in which the other thread comes to need it. */
    private static void run(Runnable builtIn) {
        try {
            // Asks every jar for more time zones.
            var zones = ZoneRulesProvider.getAvailableZoneIds();
            builtIn.run();
            Hardware.lookAtBoard();
            var rehearsed = StationCodec.shared().rehearse(FIRST);
            // Its library asks other programs where the machine keeps its own.
            boolean libC = LibC.there();
            // From here on what the link needs, which begins once the station is watched.
            boolean words =
                    Words.of(Lang.EN).has("cli.run.up") && Words.of(Lang.ZH).has("cli.run.up");
            boolean mqtt = PahoTransport.prepare();
            Logger.debug(
                    "{} time zones, records as of boot {}, C library {}, words {}, MQTT {}",
                    zones.size(),
                    rehearsed.state().agent().boot(),
                    libC,
                    words,
                    mqtt);
        } catch (RuntimeException fault) {
            // It comes up again where the thing is needed, and is answered there.
            Logger.warn("a head start failed: {}", fault.toString());
        }
    }
}

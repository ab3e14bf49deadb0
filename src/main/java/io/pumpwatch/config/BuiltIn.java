package io.pumpwatch.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The files of the program's own that a station file builds on. In JSON: each start on a small Pi waits for it,
 * and a parser of TOML has far more to load.
 */
public final class BuiltIn {
    /** Begun ahead, taken once: nothing of them stays in memory. */
    private static final Map<String, FutureTask<Table>> AHEAD = new ConcurrentHashMap<>();

    private BuiltIn() {}

    /**
     * Gets ready to read them before a station file asks for them.
     *
     * @return what reads them, for another thread to run; whoever needs one sooner reads it instead
     */
    public static Runnable ahead() {
        List<FutureTask<Table>> tasks = List.of(LogicPoints.RESOURCE, RoundsReader.RESOURCE).stream()
                .map(name -> {
                    FutureTask<Table> task = new FutureTask<>(() -> parsed(name));
                    AHEAD.put(name, task);
                    return task;
                })
                .toList();
        return () -> tasks.forEach(FutureTask::run);
    }

    /** One of them; a fault in it is the program's. */
    static Table read(String name) {
        FutureTask<Table> begun = AHEAD.remove(name);
        if (begun == null) {
            return parsed(name);
        }
        begun.run();
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            // It comes up again here, where it is answered.
            return parsed(name);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return parsed(name);
        }
    }

    private static Table parsed(String name) {
        JsonFactory commented = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build();
        try (InputStream in = BuiltIn.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " isn't in the jar");
            }
            try (JsonParser json = commented.createParser(in)) {
                return JsonTable.read(json, false);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(name + " can't be read: " + broken.getMessage(), broken);
        }
    }
}

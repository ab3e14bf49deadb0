package io.pumpwatch.dispatch;

import java.util.Map;

/** Where the ids of accepted commands are kept over restarts. */
public interface IdStore {
    /** What was kept last, id to the command's wall time; empty on the first start. */
    Map<String, Long> load();

    /** Keeps them; durable when it returns. */
    void save(Map<String, Long> utcMsById);
}

package io.pumpwatch.console;

import java.util.List;

/** What fills the terminal, with the key that leads there and the documents that it shows besides the status. */
enum Screen {
    OVERVIEW("1", List.of("shift", "sheets")),
    ALARMS("2", List.of()),
    ROUND("3", List.of("sheets")),
    SHEETS("4", List.of("sheets")),
    JOBS("5", List.of("jobs", "work")),
    HANDOVER("6", List.of("handover")),
    DEFECTS("7", List.of("defects")),
    SHIFT("8", List.of("shift")),
    LOG("9", List.of("records")),
    /** One job, opened from the list. */
    JOB("", List.of("jobs")),
    HELP("?", List.of());

    private final String key;
    private final List<String> documents;

    Screen(String key, List<String> documents) {
        this.key = key;
        this.documents = documents;
    }

    /** The key that leads there from everywhere; empty for one that is opened from a list. */
    String key() {
        return key;
    }

    /** Documents of the API, by their names. */
    List<String> documents() {
        return documents;
    }

    /** Key of its words. */
    String words() {
        return "console.screen." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

package io.pumpwatch.console;

import java.util.List;

/** What fills the terminal, with the key that leads there and the documents that it shows besides the status. */
enum Screen {
    OVERVIEW("1", "shift sheets health"),
    ALARMS("2", ""),
    ROUND("3", "sheets"),
    SHEETS("4", "sheets"),
    JOBS("5", "jobs work"),
    HANDOVER("6", "handover"),
    DEFECTS("7", "defects"),
    SHIFT("8", "shift"),
    LOG("9", "events"),
    /** Reports of a month, to choose from. */
    RECORDS("0", ""),
    /** One of them. */
    RECORD("", "records"),
    /** One job, opened from the list. */
    JOB("", "jobs"),
    HELP("?", "");

    private final String key;
    /** With blanks between. */
    private final String documents;

    Screen(String key, String documents) {
        this.key = key;
        this.documents = documents;
    }

    /** The key that leads there from everywhere; empty for one that is opened from a list. */
    String key() {
        return key;
    }

    /** Documents of the API, by their names. */
    List<String> documents() {
        return documents.isEmpty() ? List.of() : List.of(documents.split(" ", -1));
    }

    /** Key of its words. */
    String words() {
        return "console.screen." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

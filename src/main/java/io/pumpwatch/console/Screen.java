package io.pumpwatch.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fills the terminal, with the key that leads there and the documents that it shows besides the status. */
enum Screen {
    OVERVIEW("1", "shift sheets health"),
    ALARMS("2", ""),
    /** Every alarm point; those first that are shelved or out of service, which ask nobody. */
    POINTS("p", "alarms?all=true", ALARMS),
    ROUND("3", "sheets"),
    SHEETS("4", "sheets"),
    JOBS("5", "jobs work"),
    HANDOVER("6", "handover"),
    DEFECTS("7", "defects"),
    SHIFT("8", "shift"),
    /** Who may do what, with certificates and what runs out. */
    PEOPLE("c", "people papers", SHIFT),
    /** Who is due when. */
    ROSTER("r", "roster?days=14 people", SHIFT),
    /** Everybody to their post in flood season. */
    MUSTER("u", "shift people", SHIFT),
    /** Who is inside from outside, who may come in, and who came and went. */
    VISITORS("v", "visitors people " + Data.Visits.DOCUMENT, SHIFT),
    LOG("9", "events"),
    /** Reports of a month, to choose from. */
    RECORDS("0", ""),
    /** One of them. */
    RECORD("", "records", RECORDS),
    /** One job, opened from the list. */
    JOB("", "jobs", JOBS),
    HELP("?", "");

    private final String key;
    /** With blanks between. */
    private final String documents;
    /** From which it opens; null for one that opens from everywhere. */
    private final @Nullable Screen from;

    Screen(String key, String documents) {
        this(key, documents, null);
    }

    Screen(String key, String documents, @Nullable Screen from) {
        this.key = key;
        this.documents = documents;
        this.from = from;
    }

    /** The key that leads there; empty for one that is opened from a list. */
    String key() {
        return key;
    }

    /** Whether it has a key there. */
    boolean opensFrom(Screen here) {
        return !key.isEmpty() && (from == null || from == here);
    }

    /** Whether its key leads there from that screen only. */
    boolean belongsTo(Screen here) {
        return !key.isEmpty() && from == here;
    }

    /** Where Esc leads. */
    Screen back() {
        return from == null ? OVERVIEW : from;
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

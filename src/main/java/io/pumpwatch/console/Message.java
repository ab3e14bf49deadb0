package io.pumpwatch.console;

import java.util.List;

/** Everything that can happen to the console. */
sealed interface Message {
    /** A key: a letter, or up, down, page-up, page-down, home, end, enter, escape, backspace, tab, back-tab. */
    record Key(String name) implements Message {}

    /** Pasted or typed at once. */
    record Pasted(String text) implements Message {}

    record Resized(int columns, int rows) implements Message {}

    /** Time passes; {@code uptimeMs} is the console's own. */
    record Tick(long uptimeMs) implements Message {}

    /** What the agent answered to a look. */
    record Came(List<Object> documents, long uptimeMs) implements Message {}

    /** It doesn't answer. */
    record Gone(String why) implements Message {}

    /**
     * What came of an act.
     *
     * @param words of the agent, for the person
     * @param kept false while the disk stalls
     */
    record Answered(boolean done, boolean kept, String words) implements Message {}

    /** Something that the shell around the console has to say, such as the demo's story. */
    record Told(String words) implements Message {}
}

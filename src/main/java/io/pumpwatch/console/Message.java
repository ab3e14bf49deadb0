package io.pumpwatch.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the console. */
sealed interface Message {
    /** A key: a letter, or up, down, page-up, page-down, home, end, enter, escape, backspace, tab, back-tab. */
    record Key(String name) implements Message {}

    /** Pasted or typed at once. */
    record Pasted(String text) implements Message {}

    record Resized(int columns, int rows) implements Message {}

    /** Time passes; {@code uptimeMs} is the console's own. */
    record Tick(long uptimeMs) implements Message {}

    /** A state as it streams: a {@link io.pumpwatch.api.Status} or the alarms that are annunciated. */
    record Live(Object state, long uptimeMs) implements Message {}

    /** Something was kept: documents read before may have changed. */
    record Kept() implements Message {}

    /** The stream has ended, or there is none. */
    record Gone(String why) implements Message {}

    /**
     * What the agent answered to a look.
     *
     * @param documents that came; fewer than were asked for where it didn't answer
     * @param barred whether it wants to know first who asks
     */
    record Came(List<Object> documents, boolean barred) implements Message {}

    /**
     * What came of an act.
     *
     * @param words of the agent, for the person
     * @param kept false while the disk stalls
     * @param session who has signed in now; null where nobody has
     * @param ended whether it was refused because the session is over
     */
    record Answered(
            boolean done,
            boolean kept,
            String words,
            @Nullable String session,
            boolean ended) implements Message {}

    /**
     * What came of a file.
     *
     * @param words for the person: where it is, or why it isn't
     */
    record Saved(boolean done, String words) implements Message {}

    /** Something that the shell around the console has to say, such as the demo's story. */
    record Told(String words) implements Message {}

    /** Something that the shell around wants to be found as long as the console runs: the demo's people. */
    record Noted(String words) implements Message {}
}

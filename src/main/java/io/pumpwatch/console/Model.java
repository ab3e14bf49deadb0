package io.pumpwatch.console;

import io.pumpwatch.station.Lang;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the console knows. Immutable.
 *
 * @param uptimeMs the console's own clock at the last tick
 */
record Model(Look look, Place place, Data data, Contact contact, Hand hand, long uptimeMs) {
    /** Entries of the log that are asked for at a time. */
    static final int LOG_PAGE = 100;

    /**
     * The terminal.
     *
     * @param chinese whether it can draw Chinese
     * @param note what the shell around wants to be found again, such as the demo's PINs; empty for nothing
     */
    record Look(Lang lang, int columns, int rows, boolean chinese, String note) {}

    /**
     * Where the person is.
     *
     * @param selected chosen row of each screen
     * @param sheet shown on the ROUND screen
     * @param job shown on the JOB screen
     * @param older the way into the log: where each page after the newest begins; empty on the newest
     * @param paper of the RECORDS and RECORD screens
     */
    record Place(
            Screen screen, Map<Screen, Integer> selected, String sheet, long job, List<String> older, Paper paper) {
        Place {
            selected = Map.copyOf(selected);
            older = List.copyOf(older);
        }

        Place at(Screen next) {
            return new Place(next, selected, sheet, job, List.of(), paper);
        }

        int row() {
            return selected.getOrDefault(screen, 0);
        }

        Place row(int row) {
            Map<Screen, Integer> next = new EnumMap<>(Screen.class);
            next.putAll(selected);
            next.put(screen, row);
            return new Place(screen, next, sheet, job, older, paper);
        }

        Place sheet(String id) {
            return new Place(Screen.ROUND, selected, id, job, List.of(), paper).row(0);
        }

        Place job(long number) {
            return new Place(Screen.JOB, selected, sheet, number, List.of(), paper).row(0);
        }

        Place log(List<String> pages) {
            return new Place(Screen.LOG, selected, sheet, job, pages, paper);
        }

        Place paper(Screen next, Paper of) {
            return new Place(next, selected, sheet, job, List.of(), of);
        }

        /** What is asked of the agent for what is shown here. */
        List<String> documents() {
            String before = older.isEmpty() ? "" : "&before=" + older.get(older.size() - 1);
            return switch (screen) {
                case LOG -> List.of("events?limit=" + LOG_PAGE + before);
                case RECORD -> List.of(paper.document());
                default -> screen.documents();
            };
        }
    }

    /**
     * A report of a month.
     *
     * @param back months before this one
     * @param month as it is written, 2026-11; empty while none was opened
     */
    record Paper(String kind, int back, String month) {
        /** Most often last month's are asked for. */
        static final Paper LAST_MONTH = new Paper("", 1, "");

        private static final int BACK_MAX = 120;

        Paper back(int months) {
            return new Paper(kind, Math.max(0, Math.min(BACK_MAX, months)), "");
        }

        Paper opened(String of, String at) {
            return new Paper(of, back, at);
        }

        /** How the agent is asked for it. */
        String document() {
            return "records?kind=" + kind + "&from=" + month;
        }
    }

    /**
     * The way to the agent.
     *
     * @param heardMs when a state streamed last; negative before the first time
     * @param gone why none streams; empty while one does
     * @param askedMs when documents were asked for last
     * @param waiting whether they are awaited
     * @param stale whether something was kept since
     * @param barred whether documents wait for somebody to sign in
     */
    record Contact(long heardMs, String gone, long askedMs, boolean waiting, boolean stale, boolean barred) {
        Contact heard(long nowMs) {
            return new Contact(nowMs, "", askedMs, waiting, stale, barred);
        }

        Contact lost(String why) {
            return new Contact(heardMs, why, askedMs, waiting, stale, barred);
        }

        Contact asked(long nowMs) {
            return new Contact(heardMs, gone, nowMs, true, false, barred);
        }

        Contact came(boolean nowBarred) {
            return new Contact(heardMs, gone, askedMs, false, stale, nowBarred);
        }

        Contact outdated() {
            return new Contact(heardMs, gone, askedMs, waiting, true, barred);
        }
    }

    /**
     * What the person is doing.
     *
     * @param form asked now, or null
     * @param notice what came of the last act; empty for nothing
     * @param wrong whether that is a refusal
     * @param told what the shell around says
     * @param signed who has a session with the agent, or null
     */
    record Hand(
            @Nullable Form form,
            String notice,
            boolean wrong,
            String told,
            @Nullable SignedIn signed) {}

    /**
     * Somebody who gave their PIN here; the agent's session stands for it from then on. Signatures ask for it again.
     *
     * @param untilMs signed out then, unless something is done before
     */
    record SignedIn(String person, long untilMs) {}

    /** Before anything has come. */
    static Model start(Lang lang, int columns, int rows, boolean chinese) {
        return new Model(
                new Look(lang, columns, rows, chinese, ""),
                new Place(Screen.OVERVIEW, Map.of(), "round", 0, List.of(), Paper.LAST_MONTH),
                Data.NONE,
                new Contact(-1, "", Long.MIN_VALUE / 2, false, true, false),
                new Hand(null, "", false, "", null),
                0);
    }

    Model with(Look next) {
        return new Model(next, place, data, contact, hand, uptimeMs);
    }

    Model with(Place next) {
        return new Model(look, next, data, contact, hand, uptimeMs);
    }

    Model with(Data next) {
        return new Model(look, place, next, contact, hand, uptimeMs);
    }

    Model with(Contact next) {
        return new Model(look, place, data, next, hand, uptimeMs);
    }

    Model with(Hand next) {
        return new Model(look, place, data, contact, next, uptimeMs);
    }

    Model with(@Nullable Form form) {
        return with(new Hand(form, form == null ? hand.notice() : "", false, hand.told(), hand.signed()));
    }

    Model notice(String words, boolean wrong) {
        return with(new Hand(hand.form(), words, wrong, hand.told(), hand.signed()));
    }

    Model signed(@Nullable SignedIn who) {
        return with(new Hand(hand.form(), hand.notice(), hand.wrong(), hand.told(), who));
    }

    Model at(long nowMs) {
        return new Model(look, place, data, contact, hand, nowMs);
    }
}

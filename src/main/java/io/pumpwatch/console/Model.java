package io.pumpwatch.console;

import io.pumpwatch.station.Lang;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the console knows. Immutable.
 *
 * @param uptimeMs the console's own clock at the last tick
 */
record Model(Look look, Place place, Data data, Contact contact, Hand hand, long uptimeMs) {

    /**
     * The terminal.
     *
     * @param chinese whether it can draw Chinese
     */
    record Look(Lang lang, int columns, int rows, boolean chinese) {}

    /**
     * Where the person is.
     *
     * @param selected chosen row of each screen
     * @param sheet shown on the ROUND screen
     * @param job shown on the JOB screen
     */
    record Place(Screen screen, Map<Screen, Integer> selected, String sheet, long job) {
        Place {
            selected = Map.copyOf(selected);
        }

        Place at(Screen next) {
            return new Place(next, selected, sheet, job);
        }

        int row() {
            return selected.getOrDefault(screen, 0);
        }

        Place row(int row) {
            Map<Screen, Integer> next = new EnumMap<>(Screen.class);
            next.putAll(selected);
            next.put(screen, row);
            return new Place(screen, next, sheet, job);
        }

        Place sheet(String id) {
            return new Place(Screen.ROUND, selected, id, job).row(0);
        }

        Place job(long number) {
            return new Place(Screen.JOB, selected, sheet, number).row(0);
        }
    }

    /**
     * The way to the agent.
     *
     * @param lastMs when it answered last; negative before the first time
     * @param askedMs when it was asked last
     * @param waiting whether an answer is awaited
     * @param fullMs when the slower documents were asked for last
     * @param gone why it doesn't answer; empty while it does
     */
    record Contact(long lastMs, long askedMs, boolean waiting, long fullMs, String gone) {}

    /**
     * What the person is doing.
     *
     * @param form asked now, or null
     * @param notice what came of the last act; empty for nothing
     * @param wrong whether that is a refusal
     * @param told what the shell around says
     * @param signed who gave a PIN a while ago, or null
     */
    record Hand(
            @Nullable Form form,
            String notice,
            boolean wrong,
            String told,
            @Nullable SignedIn signed) {}

    /**
     * Somebody who gave their PIN here. Signatures ask for it again.
     *
     * @param untilMs forgotten then, unless something is done before
     */
    record SignedIn(String person, String pin, long untilMs) {
        @Override
        public String toString() {
            return "SignedIn[" + person + "]";
        }
    }

    /** Before anything has come. */
    static Model start(Lang lang, int columns, int rows, boolean chinese) {
        return new Model(
                new Look(lang, columns, rows, chinese),
                new Place(Screen.OVERVIEW, Map.of(), "round", 0),
                Data.NONE,
                new Contact(-1, Long.MIN_VALUE / 2, false, Long.MIN_VALUE / 2, ""),
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

package io.pumpwatch.app.demo;

import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.view.StationView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does at a time of the week.
 *
 * @param atMs since the week's begin
 */
record Deed(long atMs, String by, Doing doing) {

    /** What it is, given what the person sees; null where there is nothing to do. */
    @FunctionalInterface
    interface Doing {
        @Nullable
        Command at(StationView view);
    }

    static Deed of(long atMs, String by, DutyCommand command) {
        return new Deed(atMs, by, view -> new Command.Duty(command));
    }

    static Deed of(long atMs, String by, RoundsCommand command) {
        return new Deed(atMs, by, view -> new Command.Rounds(command));
    }

    /**
     * A deed and its answer, as the person remembers it.
     *
     * @param utcMs when it was done
     * @param refused code of the refusal; empty for done
     */
    record Done(long utcMs, String by, Command command, String refused) {}
}

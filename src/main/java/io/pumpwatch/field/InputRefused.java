package io.pumpwatch.field;

import io.pumpwatch.station.Lang;
import java.util.List;
import java.util.stream.Collectors;

/** A file that can't be used at all; says everything that was found wrong at once. */
public final class InputRefused extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: carried from the reader to the command that shows it
    private final List<InputFault> faults;

    /** @param faults at least one */
    public InputRefused(List<InputFault> faults) {
        super(faults.stream().map(InputFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the file. */
    public List<InputFault> faults() {
        return faults;
    }

    /** All faults, one a line. */
    public String in(Lang lang) {
        return faults.stream().map(fault -> fault.in(lang)).collect(Collectors.joining("\n"));
    }
}

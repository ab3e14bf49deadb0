package io.pumpwatch.duty;

import java.util.Set;

/** What is asked about being on duty. */
public sealed interface ShiftCommand extends DutyCommand
        permits ShiftCommand.SignOn,
                ShiftCommand.SignOnWithout,
                ShiftCommand.SignOff,
                ShiftCommand.AnswerPresence,
                ShiftCommand.RecordTest,
                RotaCommand,
                BriefingCommand {
    /**
     * What a person declares when coming on duty.
     *
     * @param work kind of work; empty for the usual one
     * @param gear what the person wears and carries; {@code all} stands for the whole list
     */
    record Declaration(String work, Set<String> gear, boolean sober, boolean rested) {
        /** Everything, for a station's usual work. */
        public static final Declaration WHOLE = new Declaration("", Set.of("all"), true, true);

        public Declaration {
            gear = Set.copyOf(gear);
        }
    }

    /** Come on duty. */
    record SignOn(Declaration declaration) implements ShiftCommand {}

    /** Come on duty although gear is missing: the shift leader allows it, with a reason and both PINs (E3). */
    record SignOnWithout(Declaration declaration, String leader, String reason) implements ShiftCommand {}

    /** Go off duty. */
    record SignOff() implements ShiftCommand {}

    /** Somebody on duty is here: own PIN at the prompt. */
    record AnswerPresence() implements ShiftCommand {}

    /**
     * A test for alcohol, at any hour.
     *
     * @param mg in 100 ml of blood
     */
    record RecordTest(String person, double mg) implements ShiftCommand {}
}

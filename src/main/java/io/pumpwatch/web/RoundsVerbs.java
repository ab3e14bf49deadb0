package io.pumpwatch.web;

import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.scan.Command;
import java.util.List;

/** Acts on rounds, sheets, jobs and defects. */
final class RoundsVerbs {
    private RoundsVerbs() {}

    static void add(VerbTable table) {
        table.add(
                "defect",
                List.of("equipment", "text"),
                (f, v) -> rounds(new DefectCommand.ReportDefect(f.text("equipment"), f.text("text"))));
    }

    private static Command rounds(RoundsCommand command) {
        return new Command.Rounds(command);
    }
}

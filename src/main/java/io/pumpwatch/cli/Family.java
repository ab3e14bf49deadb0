package io.pumpwatch.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that belong together; {@link Main} has one row for each family. */
@FunctionalInterface
interface Family {
    /** Its commands in the order of the help, each made with {@link Command}. */
    List<CommandSpec> commands(Shell shell);
}

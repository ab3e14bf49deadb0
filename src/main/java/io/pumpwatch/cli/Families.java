package io.pumpwatch.cli;

import java.util.List;

/** Every command, in the order of the help; made when one of them is asked for. */
final class Families {
    static final List<Family> ALL = List.of(
            new RunCommands(),
            new DemoCommands(),
            new StoreCommands(),
            new DispatchCommands(),
            new TlsCommand(),
            new ConsoleCommand(),
            new StatusCommand(),
            new FieldCommand(),
            new AlarmCommands(),
            new ProtectionCommands(),
            new PeopleCommands(),
            new ShiftCommands(),
            new PaperCommands(),
            new PremisesCommands(),
            new SheetCommands(),
            new JobCommands(),
            new DefectCommands(),
            new HandoverCommands(),
            new AccidentCommands(),
            new RecordCommands(),
            new FormCommands(),
            new ManualCommand());

    private Families() {}
}

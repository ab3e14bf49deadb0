package io.pumpwatch.cli;

import io.pumpwatch.api.Visitors;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Muster in flood season, the pump house's door, and visitors. */
final class PremisesCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(muster(shell), door(shell), visitor(shell));
    }

    private static CommandSpec muster(Shell shell) {
        return Command.group(
                shell,
                "muster",
                new Deed(shell, "muster-call", "call", "muster-call")
                        .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                        .build(),
                new Deed(shell, "muster-arrive", "arrive", "muster-arrive").build(),
                new Deed(shell, "muster-excuse", "excuse", "muster-excuse")
                        .value("ID", "cli.arg.of", "of")
                        .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                        .build(),
                new Deed(shell, "muster-end", "end", "muster-end")
                        .value("TEXT", "cli.arg.musterEnd", "text")
                        .build());
    }

    private static CommandSpec door(Shell shell) {
        return Command.group(
                shell,
                "door",
                new Deed(shell, "door-announce", "announce", "door-announce")
                        .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                        .count("--minutes", "N", "cli.opt.doorMinutes", "minutes", 15)
                        .build(),
                new Deed(shell, "door-explain", "explain", "door-explain")
                        .value("TEXT", "cli.arg.doorExplain", "text")
                        .build());
    }

    private static CommandSpec visitor(Shell shell) {
        Acts acts = new Acts(shell);
        return Command.group(
                shell,
                "visitor",
                new Deed(shell, "visitor-approve", "approve", "visitor-approve")
                        .value("NAME", "cli.arg.visitor", "name")
                        .needs("--until", "DATE", "cli.opt.until", "until")
                        .needs("--reason", "TEXT", "cli.opt.approved", "reason")
                        .build(),
                new Deed(shell, "visitor-revoke", "revoke", "visitor-revoke")
                        .value("NAME", "cli.arg.visitor", "name")
                        .build(),
                new Deed(shell, "visitor-in", "in", "visitor-in")
                        .value("NAME", "cli.arg.visitor", "name")
                        .needs("--escort", "ID", "cli.opt.escort", "escort")
                        .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                        .build(),
                new Deed(shell, "visitor-outsider", "outsider", "visitor-outsider")
                        .value("NAME", "cli.arg.outsider", "name")
                        .value("TEXT", "cli.arg.found", "text")
                        .build(),
                new Deed(shell, "visitor-out", "out", "visitor-out")
                        .number("NUMBER", "cli.arg.visit", "number")
                        .build(),
                new Command(shell, "visitor-list", "list", line -> list(shell, acts, line))
                        .asksAgent()
                        .build());
    }

    private static int list(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Answer answer = acts.client(line).get("visitors");
        return acts.show(line, answer, () -> {
            Visitors visitors = answer.as(Visitors.class);
            shell.out().println(shell.say("cli.visitor-list.inside"));
            Table inside = new Table(
                    shell.say("cli.col.number"),
                    shell.say("cli.col.name"),
                    shell.say("cli.col.escort"),
                    shell.say("cli.col.wentIn"),
                    shell.say("cli.col.text"));
            for (Visitors.Inside each : visitors.inside()) {
                inside.row(
                        Long.toString(each.number()),
                        each.name(),
                        each.listed() ? each.escort() : shell.say("cli.visitor-list.outsider"),
                        Plain.time(each.since(), visitors.zone()),
                        each.reason());
            }
            inside.print(shell.out());
            shell.out().println(shell.say("cli.visitor-list.approved"));
            Table approved = new Table(
                    shell.say("cli.col.name"),
                    shell.say("cli.col.expires"),
                    shell.say("cli.col.approvedBy"),
                    shell.say("cli.col.text"));
            visitors.approved().forEach(each -> approved.row(each.name(), each.until(), each.by(), each.reason()));
            approved.print(shell.out());
        });
    }
}

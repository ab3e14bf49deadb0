package io.pumpwatch.cli;

import io.pumpwatch.api.Papers;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Certificates, trainings, examinations, remarks, violations, countersignatures, and paper records typed in. */
final class PaperCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                Command.group(
                        shell,
                        "certificate",
                        certificate(shell),
                        withdraw(shell, "certificate"),
                        new Command(shell, "certificate-list", "list", line -> list(shell, acts, line))
                                .asksAgent()
                                .build()),
                Command.group(shell, "training", paper(shell, "training"), withdraw(shell, "training")),
                Command.group(shell, "examination", paper(shell, "examination"), withdraw(shell, "examination")),
                Command.group(
                        shell,
                        "remark",
                        new Deed(shell, "remark-add", "add", "remark")
                                .value("TEXT", "cli.arg.remark", "text")
                                .needs("--rule", "RULE", "cli.opt.rule", "rule")
                                .build(),
                        settle(shell, "answer"),
                        settle(shell, "close"),
                        new Command(shell, "remark-list", "list", line -> remarks(shell, acts, line))
                                .asksAgent()
                                .build()),
                new Deed(shell, "violation", "violation", "violation")
                        .value("ID", "cli.arg.of", "of")
                        .value("TEXT", "cli.arg.violation", "text")
                        .needs("--rule", "RULE", "cli.opt.rule", "rule")
                        .build(),
                new Deed(shell, "countersign", "countersign", "countersign")
                        .value("RECORD", "cli.arg.record", "seen")
                        .needs("--rule", "RULE", "cli.opt.rule", "rule")
                        .option("--text", "TEXT", "cli.arg.remark", "text")
                        .build(),
                new Deed(shell, "paper", "paper", "type-in")
                        .value("SORT", "cli.arg.sort", "sort")
                        .value("TEXT", "cli.arg.paper", "text")
                        .needs("--from", "TIME", "cli.opt.paperFrom", "from")
                        .option("--until", "TIME", "cli.opt.paperUntil", "until")
                        .option("--of", "ID", "cli.opt.paperOf", "of")
                        .build());
    }

    private static CommandSpec certificate(Shell shell) {
        return new Deed(shell, "certificate-add", "add", "certificate")
                .value("ID", "cli.arg.of", "of")
                .value("KIND", "cli.arg.kind", "kind")
                .needs("--number", "TEXT", "cli.opt.number", "number")
                .needs("--expires", "DATE", "cli.opt.expires", "expires")
                .build();
    }

    private static CommandSpec paper(Shell shell, String sort) {
        return new Deed(shell, sort + "-add", "add", sort)
                .value("ID", "cli.arg.of", "of")
                .value("KIND", "cli.arg.subject", "kind")
                .option("--number", "TEXT", "cli.opt.number", "number")
                .needs("--expires", "DATE", "cli.opt.expires", "expires")
                .build();
    }

    private static CommandSpec withdraw(Shell shell, String sort) {
        return new Deed(shell, sort + "-withdraw", "withdraw", sort + "-withdraw")
                .value("ID", "cli.arg.of", "of")
                .value("KIND", "cli.arg.subject", "kind")
                .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                .build();
    }

    private static CommandSpec settle(Shell shell, String name) {
        return new Deed(shell, "remark-" + name, name, "remark-" + name)
                .number("NUMBER", "cli.arg.remarkNumber", "number")
                .value("TEXT", "cli.arg.done", "text")
                .build();
    }

    private static int list(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Answer answer = acts.client(line).get("papers");
        return acts.show(line, answer, () -> {
            Papers papers = answer.as(Papers.class);
            if (papers.papers().isEmpty()) {
                shell.out().println(shell.say("cli.certificate-list.none"));
                return;
            }
            Table table = new Table(
                    shell.say("cli.col.name"),
                    shell.say("cli.col.sort"),
                    shell.say("cli.col.kind"),
                    shell.say("cli.col.number"),
                    shell.say("cli.col.expires"),
                    shell.say("cli.col.daysLeft"));
            for (Papers.Paper each : papers.papers()) {
                Long left = each.daysLeft();
                String mark = left != null && left <= papers.warnDays() ? " !" : "";
                table.row(
                        each.name(),
                        shell.say("paper." + each.sort()),
                        kind(shell, each.kind()),
                        each.number(),
                        each.expires(),
                        left == null ? "?" : left + mark);
            }
            table.print(shell.out());
        });
    }

    /** Its name, and behind it what commands take; a kind of the station's own has no other name. */
    private static String kind(Shell shell, String kind) {
        String key = "certificate.kind." + kind;
        return shell.words().has(key) ? shell.say(key) + " (" + kind + ")" : kind;
    }

    private static int remarks(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Answer answer = acts.client(line).get("remarks");
        return acts.show(line, answer, () -> {
            Remarks remarks = answer.as(Remarks.class);
            if (remarks.remarks().isEmpty()) {
                shell.out().println(shell.say("cli.remark-list.none"));
                return;
            }
            Table table = new Table(
                    shell.say("cli.col.number"),
                    shell.say("cli.col.rule"),
                    shell.say("cli.col.at"),
                    shell.say("cli.col.text"),
                    shell.say("cli.col.who"),
                    shell.say("cli.col.offices"),
                    shell.say("cli.col.answer"));
            for (Remarks.Remark each : remarks.remarks()) {
                String who = each.person() == null ? "" : each.person();
                table.row(
                        each.number() + (each.overdue() ? " !" : ""),
                        each.rule(),
                        Plain.time(each.at(), remarks.zone()),
                        each.text(),
                        each.violation() ? shell.say("cli.remark-list.violation", "name", who) : "",
                        String.join(", ", each.addressees()),
                        each.answer());
            }
            table.print(shell.out());
        });
    }
}

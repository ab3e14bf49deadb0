package io.pumpwatch.cli;

import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.console.AgentHttp.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The shift: coming and going, who is here, roster, briefing, attendance. */
final class ShiftCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                show(shell, acts),
                new Command(shell, "sign-on", "sign-on", line -> signOn(shell, acts, line))
                        .option("--work", "WORK", "cli.opt.work")
                        .options("--gear", "ITEM", "cli.opt.gear")
                        .flag("--fit", "cli.opt.fit")
                        .option("--without", "LEADER", "cli.opt.without")
                        .option("--reason", "TEXT", "cli.opt.withoutReason")
                        .option("--second-pin-file", "FILE", "cli.opt.secondPinFile")
                        .option("--second-pin", "PIN", "cli.opt.secondPin")
                        .asPerson()
                        .build(),
                new Deed(shell, "sign-off", "sign-off", "sign-off").build(),
                new Deed(shell, "present", "present", "present").build(),
                new Deed(shell, "test", "test", "test")
                        .value("ID", "cli.arg.of", "of")
                        .measure("--mg", "NUMBER", "cli.opt.mg", "mg")
                        .build(),
                Command.group(shell, "roster", rosterSet(shell), rosterExcuse(shell), rosterList(shell, acts)),
                Command.group(shell, "briefing", briefingHold(shell), sign(shell)),
                attendance(shell, acts));
    }

    private static int signOn(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        String work = Line.option(line, "--work");
        if (work != null) {
            fields.put("work", work);
        }
        List<String> gear = Line.options(line, "--gear");
        boolean fit = Line.flag(line, "--fit");
        boolean[] fitness = {fit, fit};
        // Who types at a terminal is asked what the line doesn't say; a script must say it.
        if (shell.terminal() && !Line.flag(line, "--json") && (gear.isEmpty() || !fit)) {
            ShiftPage.SignOn asked =
                    acts.client(line).get("shift").as(ShiftPage.class).signOn();
            SignOnQuestions questions = new SignOnQuestions(shell);
            fitness = fit || !asked.fitness() ? new boolean[] {true, true} : questions.fitness();
            gear = gear.isEmpty() ? questions.gear(asked, work) : gear;
        }
        fields.put("gear", gear);
        fields.put("sober", fitness[0]);
        fields.put("rested", fitness[1]);
        String leader = Line.option(line, "--without");
        if (leader == null) {
            return acts.asPerson(line, "sign-on", fields);
        }
        String reason = Line.option(line, "--reason");
        fields.put("reason", reason == null ? "" : reason);
        return acts.withSecond(line, "sign-on-without", leader, fields);
    }

    private static CommandSpec rosterSet(Shell shell) {
        return new Deed(shell, "roster-set", "set", "roster-set")
                .value("SHIFT", "cli.arg.shift", "shift")
                .needs("--from", "DATE", "cli.opt.from", "from")
                .count("--days", "NUMBER", "cli.opt.dayCount", "days", 1)
                .needsList("--people", "ID", "cli.opt.people", "people")
                .build();
    }

    private static CommandSpec rosterExcuse(Shell shell) {
        return new Deed(shell, "roster-excuse", "excuse", "roster-excuse")
                .value("ID", "cli.arg.of", "of")
                .needs("--shift", "SHIFT", "cli.arg.shift", "shift")
                .needs("--date", "DATE", "cli.opt.date", "date")
                .needs("--reason", "TEXT", "cli.opt.reason", "reason")
                .build();
    }

    private static CommandSpec briefingHold(Shell shell) {
        return new Deed(shell, "briefing-hold", "hold", "briefing-hold")
                .value("TEXT", "cli.arg.briefing", "text")
                .needsTexts("--risk", "TEXT", "cli.opt.risk", "risks")
                .needsTexts("--measure", "TEXT", "cli.opt.measure", "measures")
                .build();
    }

    private static CommandSpec sign(Shell shell) {
        return new Deed(shell, "briefing-sign", "sign", "briefing-sign").build();
    }

    private static CommandSpec rosterList(Shell shell, Acts acts) {
        return new Command(shell, "roster-list", "list", line -> {
                    Answer answer = acts.client(line).get("roster" + span(line));
                    return acts.show(line, answer, () -> roster(shell, answer.as(RosterPage.class)));
                })
                .option("--from", "DATE", "cli.opt.from")
                .option("--days", "NUMBER", "cli.opt.dayCount")
                .asksAgent()
                .build();
    }

    private static String span(ParseResult line) {
        String from = Line.option(line, "--from");
        String days = Line.option(line, "--days");
        String first = from == null ? "" : "from=" + encoded(from);
        String second = days == null ? "" : "days=" + encoded(days);
        String both = first.isEmpty() || second.isEmpty() ? first + second : first + "&" + second;
        return both.isEmpty() ? "" : "?" + both;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void roster(Shell shell, RosterPage page) {
        Table table = new Table(
                shell.say("cli.col.shift"),
                shell.say("cli.col.begin"),
                shell.say("cli.col.end"),
                shell.say("cli.col.people"),
                shell.say("cli.col.excused"));
        for (RosterPage.Slot slot : page.slots()) {
            String people =
                    slot.people().isEmpty() ? shell.say("cli.roster-list.nobody") : String.join(", ", slot.people());
            table.row(
                    slot.key() + " " + slot.name(),
                    Plain.time(slot.begin(), page.zone()),
                    Plain.time(slot.end(), page.zone()),
                    people,
                    String.join("; ", slot.excused()));
        }
        table.print(shell.out());
    }

    private static CommandSpec attendance(Shell shell, Acts acts) {
        return new Command(shell, "attendance", "attendance", line -> {
                    Answer answer = acts.client(line).get("attendance" + span(line));
                    return acts.show(line, answer, () -> attendance(shell, answer.as(AttendancePage.class)));
                })
                .option("--from", "DATE", "cli.opt.from")
                .option("--days", "NUMBER", "cli.opt.dayCount")
                .asksAgent()
                .build();
    }

    private static void attendance(Shell shell, AttendancePage page) {
        Table table = new Table(
                shell.say("cli.col.shift"),
                shell.say("cli.col.name"),
                shell.say("cli.col.kept"),
                shell.say("cli.col.onAt"),
                shell.say("cli.col.late"),
                shell.say("cli.col.worked"),
                shell.say("cli.col.overtime"));
        for (AttendancePage.Row row : page.rows()) {
            String paper = row.paper() ? " " + shell.say("cli.attendance.paper") : "";
            table.row(
                    row.slotText(),
                    row.name(),
                    shell.say("kept." + row.kept()) + paper,
                    Plain.time(row.on(), page.zone()),
                    Plain.hours(row.lateMinutes() * 60_000),
                    Plain.hours(row.workedMinutes() * 60_000),
                    Plain.hours(row.overtimeMinutes() * 60_000));
        }
        if (table.isEmpty()) {
            shell.out().println(shell.say("cli.attendance.none"));
        } else {
            table.print(shell.out());
        }
        if (page.unplaced() > 0) {
            shell.out().println(shell.say("cli.attendance.unplaced", "number", Integer.toString(page.unplaced())));
        }
    }

    private static CommandSpec show(Shell shell, Acts acts) {
        return new Command(shell, "shift", "shift", line -> {
                    Answer answer = acts.client(line).get("shift");
                    return acts.show(line, answer, () -> shift(shell, answer.as(ShiftPage.class)));
                })
                .asksAgent()
                .build();
    }

    private static void shift(Shell shell, ShiftPage page) {
        PrintWriter out = shell.out();
        page.noStart().forEach(each -> out.println(Plain.line(each)));
        out.println(slot(shell, "cli.shift.present", page.present(), page.zone()));
        out.println(slot(shell, "cli.shift.next", page.next(), page.zone()));
        crew(shell, page);
        if (!page.missing().isEmpty()) {
            out.println(shell.say("cli.shift.missing", "names", Plain.line(String.join(", ", page.missing()))));
        }
        readiness(shell, page);
        ShiftPage.Briefing briefing = page.briefing();
        if (briefing == null) {
            out.println(shell.say(page.briefingMissed() ? "cli.shift.noBriefing" : "cli.shift.briefingDue"));
        } else {
            out.println(shell.say("cli.shift.briefing", "slot", briefing.slotText(), "person", briefing.by()));
            briefing.text().lines().forEach(each -> out.println("  " + Plain.line(each)));
            briefing.risks().forEach(risk -> out.println("  " + Plain.line(risk.risk() + " -> " + risk.measure())));
            String signed = String.join(
                    ", ", briefing.signed().stream().map(ShiftPage.Signed::name).toList());
            out.println("  " + shell.say("cli.shift.signed", "names", Plain.line(signed)));
        }
        ShiftPage.Muster muster = page.muster();
        if (muster != null) {
            out.println(shell.say(
                    "cli.shift.muster",
                    "deadline",
                    Plain.time(muster.deadline(), page.zone()),
                    "names",
                    Plain.line(String.join(", ", muster.missing()))));
        }
        page.inside()
                .forEach(visit -> out.println(shell.say(
                        visit.listed() ? "cli.shift.visitor" : "cli.shift.outsider",
                        "number",
                        Long.toString(visit.number()),
                        "name",
                        Plain.line(visit.name()))));
        if (page.doorForcedSince() != null) {
            out.println(shell.say("cli.shift.forced", "time", Plain.time(page.doorForcedSince(), page.zone())));
        }
    }

    /** Drainage pumps that could start now in one line, each that couldn't with its reasons (D3). */
    private static void readiness(Shell shell, ShiftPage page) {
        List<String> ready = new ArrayList<>();
        for (ShiftPage.Ready pump : page.readiness()) {
            String named = pump.pump() + " " + pump.name();
            if (pump.notReady().isEmpty()) {
                ready.add(named);
            } else {
                String why = Plain.line(String.join("; ", pump.notReady()));
                shell.out().println(shell.say("cli.shift.notReady", "pump", Plain.line(named), "why", why));
            }
        }
        if (!ready.isEmpty()) {
            shell.out().println(shell.say("cli.shift.ready", "pumps", Plain.line(String.join(", ", ready))));
        }
    }

    private static void crew(Shell shell, ShiftPage page) {
        String here = Integer.toString(page.crew().size());
        shell.out().println(shell.say("cli.shift.crew", "here", here, "needed", Integer.toString(page.needed())));
        if (page.crew().isEmpty()) {
            return;
        }
        Table table = new Table(
                shell.say("cli.col.id"),
                shell.say("cli.col.name"),
                shell.say("cli.col.work"),
                shell.say("cli.col.onAt"),
                shell.say("cli.col.answered"));
        for (ShiftPage.Somebody each : page.crew()) {
            String silent = each.silent() ? " " + shell.say("cli.shift.silent") : "";
            table.row(
                    each.id(),
                    each.name(),
                    page.workName(each.work()),
                    Plain.time(each.since(), page.zone()),
                    Plain.time(each.answered(), page.zone()) + silent);
        }
        table.print(shell.out());
    }

    private static String slot(Shell shell, String key, ShiftPage.@Nullable Slot slot, String zone) {
        if (slot == null) {
            return shell.say(key + ".none");
        }
        String due = slot.due().isEmpty() ? shell.say("cli.roster-list.nobody") : String.join(", ", slot.due());
        return shell.words()
                .say(
                        key,
                        Map.of(
                                "slot",
                                slot.key(),
                                "name",
                                slot.name(),
                                "begin",
                                Plain.time(slot.begin(), zone),
                                "end",
                                Plain.time(slot.end(), zone),
                                "people",
                                Plain.line(due)));
    }
}

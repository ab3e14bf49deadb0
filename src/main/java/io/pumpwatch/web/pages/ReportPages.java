package io.pumpwatch.web.pages;

import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.EvidenceList;
import io.pumpwatch.api.Forms;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Status;
import io.pumpwatch.web.pages.Block.Cell;
import io.pumpwatch.web.pages.Block.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read rather than done: attendance, trends, evidence, health and the log. */
public final class ReportPages {
    private static final String TYPED = "duty.paper-typed-in";

    private ReportPages() {}

    /** Who came when. */
    public static PageModel attendance(AttendancePage page, String from, int days, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        page.rows().forEach(each -> {
            boolean bad = each.kept().equals("absent") || each.kept().equals("late");
            rows.add(List.of(
                    Cell.of(each.slotText()),
                    Cell.of(each.name()),
                    Cell.of(say.known("page.kept", each.kept()), bad ? Mark.MEDIUM : Mark.NONE),
                    Cell.of(say.time(each.on())),
                    Cell.of(Long.toString(each.lateMinutes())),
                    Cell.of(Long.toString(each.workedMinutes())),
                    Cell.of(Long.toString(each.overtimeMinutes()))));
        });
        String to = LocalDate.parse(from).plusDays(days - 1L).toString();
        String span = "?kind=attendance&from=" + from + "&to=" + to;
        List<Block> blocks = List.of(
                new Block.Filter(
                        "/attendance",
                        say.t("show"),
                        new Inputs(say)
                                .date("from", "col.from", from)
                                .number("days", Integer.toString(days))
                                .done()),
                ExportTables.buttons(
                        "/api/v1/records" + span,
                        say,
                        Cell.link(say.t("records.attendance"), "/records/attendance" + span)),
                new Block.Grid(
                        "attendance",
                        say.t("attendance"),
                        say.columns("shift", "person", "state", "since", "late", "worked", "overtime"),
                        rows,
                        say.t("none")));
        return PageModel.still("attendance", blocks);
    }

    /** Trends. */
    public static PageModel trends(Status status, @Nullable String tag, Say say) {
        List<Block> blocks = new ArrayList<>();
        List<Block.Option> instruments = new ArrayList<>();
        status.instruments()
                .forEach(each -> instruments.add(new Block.Option(each.tag(), each.tag() + " " + each.what())));
        String shown =
                tag != null || instruments.isEmpty() ? tag : instruments.get(0).value();
        blocks.add(new Block.Filter(
                "/trends",
                say.t("show"),
                new Inputs(say)
                        .select("tag", shown == null ? "" : shown, instruments)
                        .done()));
        for (Status.Instrument each : status.instruments()) {
            if (each.tag().equals(shown)) {
                blocks.add(new Block.Chart(each.tag(), each.tag() + " " + each.what() + unit(each), "/api/v1/history"));
                blocks.add(ExportTables.page("trends&tag=" + each.tag() + "&points=4000", say));
            }
        }
        return PageModel.still("trends", blocks);
    }

    private static String unit(Status.Instrument instrument) {
        return instrument.unit().isEmpty() ? "" : " (" + instrument.unit() + ")";
    }

    /** Frozen readings. */
    public static PageModel evidence(EvidenceList evidence, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        evidence.parts()
                .forEach(part -> part.files()
                        .forEach(file -> rows.add(List.of(
                                Cell.of(Long.toString(part.accident())),
                                Cell.of(say.t("part." + part.part())),
                                Cell.of(say.time(part.at())),
                                Cell.link(file.name(), file.href()),
                                Cell.of(say.bytes(file.bytes())),
                                Cell.of(file.sha256())))));
        return PageModel.still(
                "evidence",
                List.of(
                        new Block.Note("about", Mark.NONE, List.of(say.t("evidenceAbout"))),
                        new Block.Grid(
                                "evidence",
                                say.t("evidence"),
                                say.columns("accident", "part", "at", "file", "size", "sha256"),
                                rows,
                                say.t("noEvidence")),
                        ExportTables.page("evidence", say)));
    }

    /** The agent itself. */
    public static PageModel health(Health health, Say say) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                say.t("health"), Cell.of(say.t(health.ok() ? "well" : "unwell"), health.ok() ? Mark.GOOD : Mark.HIGH)));
        facts.add(new Fact(say.t("version"), Cell.of(health.version())));
        facts.add(new Fact(say.t("boot"), Cell.of(Long.toString(health.boot()))));
        facts.add(new Fact(say.t("scans"), Cell.of(Long.toString(health.scans()))));
        boolean unset = health.clockTrust().equals("unset");
        facts.add(new Fact(
                say.t("clock"), Cell.of(say.known("page.clock", health.clockTrust()), unset ? Mark.HIGH : Mark.NONE)));
        facts.add(new Fact(
                say.t("safeMode"), Cell.of(say.yes(health.safeMode()), health.safeMode() ? Mark.CRITICAL : Mark.NONE)));
        facts.add(new Fact(
                say.t("link"),
                Cell.of(
                        say.known("page.link", health.link()) + " " + health.linkFault(),
                        health.linkFault().isEmpty() ? Mark.NONE : Mark.HIGH)));
        facts.add(new Fact(say.t("waiting"), Cell.of(Long.toString(health.waiting()))));
        facts.add(new Fact(say.t("journalSize"), Cell.of(say.bytes(health.journalBytes()))));
        facts.add(new Fact(
                say.t("stalled"),
                Cell.of(say.span(health.storeStalledMs()), health.storeStalledMs() > 0 ? Mark.CRITICAL : Mark.NONE)));
        facts.add(new Fact(
                say.t("unkeptEntries"),
                Cell.of(Long.toString(health.unkept()), health.unkept() > 0 ? Mark.HIGH : Mark.NONE)));
        facts.add(new Fact(
                say.t("free"), Cell.of(say.bytes(health.freeBytes()), health.lowRoom() ? Mark.HIGH : Mark.NONE)));
        facts.add(new Fact(
                say.t("history"),
                Cell.of(
                        health.historyFault().isEmpty() ? say.t("well") : health.historyFault(),
                        health.historyFault().isEmpty() ? Mark.NONE : Mark.HIGH)));
        facts.add(new Fact(say.t("lost"), Cell.of(Long.toString(health.samplesLost() + health.scansDropped()))));
        facts.add(new Fact(say.t("damage"), Cell.of(Long.toString(health.damagedPlaces()))));
        facts.add(new Fact(say.t("memory"), Cell.of(say.bytes(health.memoryBytes()))));
        return PageModel.live(
                "health", List.of(new Block.Facts("health", say.t("health"), facts), ExportTables.page("health", say)));
    }

    /** A link to the journal itself, for whoever may take it away. */
    static Cell[] chain(boolean whole, Say say) {
        return whole ? new Cell[] {Cell.link(say.t("chainExport"), "/api/v1/journal.jsonl")} : new Cell[0];
    }

    /**
     * The log.
     *
     * @param kind what the entries' kinds begin with; null for all
     * @param whole whether the reader may take the journal itself away
     */
    public static PageModel log(Events events, @Nullable String kind, boolean whole, Say say) {
        List<List<Cell>> rows = new ArrayList<>();
        events.events()
                .forEach(each -> rows.add(List.of(
                        Cell.of(say.time(each.utc())),
                        Cell.of(each.kindText()),
                        Cell.of(each.who()),
                        Cell.of(each.text()),
                        Cell.of(each.id()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Filter(
                "/log",
                say.t("show"),
                new Inputs(say)
                        .select(
                                "kind",
                                kind == null ? "" : kind,
                                Inputs.options(
                                        "",
                                        say.t("everything"),
                                        "alarm.",
                                        say.t("alarms"),
                                        "interlock.",
                                        say.t("pumps"),
                                        "duty.",
                                        say.t("shift"),
                                        "rounds.",
                                        say.t("rounds"),
                                        TYPED,
                                        say.t("papersTyped"),
                                        "agent.",
                                        say.t("health")))
                        .done()));
        blocks.add(new Block.Grid(
                "log", say.t("log"), say.columns("at", "kind", "person", "text", "entry"), rows, say.t("none")));
        List<Cell> links = new ArrayList<>();
        if (events.next() != null) {
            links.add(
                    Cell.link(say.t("older"), "/log?before=" + events.next() + (kind == null ? "" : "&kind=" + kind)));
        }
        if (!links.isEmpty()) {
            blocks.add(new Block.Links("", links));
        }
        blocks.add(ExportTables.page(kind == null ? "log" : "log&kind=" + kind, say, chain(whole, say)));
        return PageModel.still("log", blocks);
    }

    /** Signing in. */
    public static PageModel signIn(Say say) {
        return PageModel.still(
                "signIn",
                List.of(new Block.Form(
                        "session",
                        say.t("signIn"),
                        say.t("signIn"),
                        new Inputs(say).signature("").done(),
                        false)));
    }

    /**
     * All records at a glance.
     *
     * @param kinds those that the reader may see
     */
    public static PageModel records(Forms forms, List<String> kinds, String person, Say say) {
        List<Cell> links = new ArrayList<>();
        for (String kind : kinds) {
            links.add(Cell.link(say.t("records." + kind), "/records/" + kind));
        }
        List<Cell> blank = forms.forms().stream()
                .map(form -> Cell.link(form.title(), "/forms/" + form.name()))
                .toList();
        return PageModel.still(
                "records",
                List.of(
                        new Block.Links(say.t("records"), links),
                        new Block.Links(say.t("forms"), blank),
                        PaperPage.typeIn(forms, "", person, say),
                        new Block.Links("", List.of(Cell.link(say.t("papersTyped"), "/log?kind=" + TYPED)))));
    }
}

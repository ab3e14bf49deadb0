package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Role;
import io.pumpwatch.web.pages.Block.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Forms for acts that stand beside what they change, each only while there is something to change. Who signs or does
 * something dangerous is asked for the PIN in each of them.
 */
final class Acts {
    private static final String HALF_AN_HOUR = "30";
    private static final String A_WEEK = "7";
    private static final String CHIEF = "chief";

    private final List<Block> blocks;
    private final String person;
    private final Say say;

    Acts(List<Block> blocks, String person, Say say) {
        this.blocks = blocks;
        this.person = person;
        this.say = say;
    }

    /** What a person with a session does with a click. */
    private Inputs asked() {
        return new Inputs(say).asker(person);
    }

    private Inputs signed() {
        return new Inputs(say).signature(person);
    }

    /** @param what the form is about, in its title; empty where the page has only one of them */
    private void add(String verb, String what, Inputs inputs) {
        String title = say.t("act." + verb, "what", what).strip();
        blocks.add(new Block.Form(verb.equals("reset-latch") ? "reset" : verb, title, title, inputs.done(), true));
    }

    /** Swings, stops and levels. */
    void protection(Status status) {
        for (Status.Header header : status.headers()) {
            if (header.swing() != null) {
                String tag = header.tag();
                add("cause", tag, signed().hidden("header", tag).area("cause", true));
                add("release", tag, signed().hidden("header", tag));
                add(
                        "trial",
                        tag,
                        signed().hidden("header", tag)
                                .select("pump", pumps(status))
                                .second());
            }
        }
        for (Status.Trip trip : status.trips()) {
            reset(trip.point(), true);
        }
        for (Status.Pump pump : status.pumps()) {
            if (pump.unexplainedStop()) {
                add(
                        "stop-explain",
                        pump.tag(),
                        asked().hidden("pump", pump.tag()).text("reason", true));
            } else if (pump.running()) {
                add(
                        "stop-announce",
                        pump.tag(),
                        asked().hidden("pump", pump.tag()).text("reason", true));
            }
        }
        for (Status.Level level : status.levels()) {
            add("gauge", level.tag(), asked().hidden("level", level.tag()).number("value", true));
        }
        Status.Word accident = status.accident();
        if (accident != null) {
            add("accident-statement", "", signed().area("text", true));
            add("accident-scene", "", signed().area("text", true));
            add("accident-confirm", "", signed().area("text", false));
            add("accident-close", "", signed().area("text", true));
        }
        add(status.flood() == null ? "flood-on" : "flood-off", "", signed().text("reason", true));
    }

    private static List<Option> pumps(Status status) {
        return status.pumps().stream()
                .map(pump -> new Option(pump.tag(), pump.tag() + " " + pump.name()))
                .toList();
    }

    /** A latch; a trip's asks for its cause. */
    void reset(String point, boolean trip) {
        Inputs inputs = signed().hidden("point", point);
        add(trip ? "reset" : "reset-latch", point, trip ? inputs.area("cause", true) : inputs);
    }

    /** Shelves and services that can be ended, and points that can be taken out of service. */
    void masks(Status status, AlarmList everything) {
        List<Option> all = new ArrayList<>();
        for (AlarmList.Alarm alarm : everything.alarms()) {
            if (alarm.shelved() != null) {
                add("unshelve", alarm.point(), asked().hidden("point", alarm.point()));
            }
            if (alarm.outOfService() == null) {
                all.add(new Option(alarm.point(), alarm.point() + " " + alarm.name()));
            } else {
                add("in-service", alarm.point(), signed().hidden("point", alarm.point()));
            }
        }
        if (!all.isEmpty()) {
            add(
                    "out-of-service",
                    "",
                    signed().select("point", all).text("reason", true).number("minutes", HALF_AN_HOUR));
            if (status.drill() == null) {
                add(
                        "drill-start",
                        "",
                        signed().one("points", all).text("reason", true).number("minutes", HALF_AN_HOUR));
            }
        }
        if (status.drill() != null) {
            add("drill-end", "", signed());
        }
    }

    /** Corrections of a handover, and who may leave without one. */
    void handover(HandoverBook book) {
        HandoverBook.Sheet sheet = book.open() == null ? book.last() : book.open();
        if (sheet != null) {
            add("handover-amend", "", new Inputs(say).signature("").area("text", true));
            if (!sheet.amendments().isEmpty()) {
                add("handover-seen", "", new Inputs(say).signature(""));
            }
            add("handover-countersign", "", new Inputs(say).signature("").area("text", false));
        }
        add("handover-let-go", "", signed().someone("id", true).area("text", true));
    }

    /** What happens on a job besides its steps. */
    void job(Jobs.Job job) {
        String number = Long.toString(job.number());
        String next = job.next();
        if (next != null) {
            add(
                    "job-skip",
                    number,
                    signed().hidden("job", job.number()).hidden("step", next).text("reason", true));
        }
        add("job-gauge", number, signed().hidden("job", job.number()).number("value", true));
        for (Jobs.Lock lock : job.locks()) {
            add(
                    "job-unlock",
                    number + ": " + lock.personName(),
                    signed().hidden("job", job.number())
                            .hidden("of", lock.person())
                            .text("reason", true));
        }
    }

    /** Leaving out an item of a sheet, with a reason. */
    void skip(Sheets.Sheet sheet) {
        List<Option> open = sheet.items().stream()
                .filter(item -> item.answer() == null)
                .map(item -> new Option(item.id(), item.text()))
                .toList();
        if (!open.isEmpty()) {
            add(
                    "sheet-skip",
                    "",
                    asked().hidden("sheet", sheet.id()).select("item", open).text("reason", true));
        }
    }

    /** The door, and the muster in flood season. */
    void shift(ShiftPage shift) {
        add("door-announce", "", asked().text("reason", true).number("minutes", HALF_AN_HOUR));
        if (shift.doorForcedSince() != null) {
            add("door-explain", "", asked().text("text", true));
        }
        if (shift.muster() == null) {
            add("muster-call", "", signed().text("reason", true));
        } else {
            add("muster-excuse", "", asked().someone("of", true).text("reason", true));
            add("muster-end", "", signed().area("text", true));
        }
        add("test", "", signed().someone("of", true).number("mg", true));
        add("visitor-approve", "", asked().text("name", true).date("until", "").text("reason", true));
    }

    /** Somebody new, and new PINs. The first chief proves it with the code that the agent left for them. */
    void enrol(People people) {
        boolean chief = people.people().stream()
                .anyMatch(each -> each.active() && each.roles().contains(CHIEF));
        Inputs somebody = chief ? signed() : new Inputs(say).text("code", true);
        somebody.text("id", "in.person-add.id", true).text("name", true);
        if (chief) {
            for (Role role : Role.values()) {
                String word = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                somebody.item("roles", word, say.t("in.role", "role", say.known("role", word)));
            }
            add("pin", "", signed().someone("id", "in.pin.id", false).newPin());
        } else {
            somebody.list("roles", CHIEF);
        }
        add("person-add", "", somebody.newPin());
    }

    /** Who is due when. */
    void roster(RosterPage roster, People people) {
        Map<String, String> shifts = new LinkedHashMap<>();
        roster.slots()
                .forEach(slot -> shifts.put(slot.key().substring(slot.key().indexOf('/') + 1), slot.name()));
        if (shifts.isEmpty()) {
            return;
        }
        String today = roster.slots().get(0).key().split("/", -1)[0];
        List<Option> options = new ArrayList<>();
        shifts.forEach((id, name) -> options.add(new Option(id, name)));
        Inputs due = signed().select("shift", options)
                .date("from", "in.roster-set.from", today)
                .number("days", A_WEEK);
        people.people().stream()
                .filter(People.Someone::active)
                .forEach(each -> due.item("people", each.id(), say.t("in.due", "name", each.name())));
        add("roster-set", "", due);
        add(
                "roster-excuse",
                "",
                signed().someone("of", true)
                        .select("shift", options)
                        .date("date", "in.roster-excuse.date", today)
                        .text("reason", true));
    }

    /** Papers that don't hold any more. */
    void withdraw(Papers papers) {
        Map<String, List<Papers.Paper>> sorts = new LinkedHashMap<>();
        papers.papers()
                .forEach(paper -> sorts.computeIfAbsent(paper.sort(), first -> new ArrayList<>())
                        .add(paper));
        sorts.forEach((sort, some) -> {
            List<Option> whose = some.stream()
                    .map(paper -> new Option(paper.person(), paper.name()))
                    .distinct()
                    .toList();
            List<Option> kinds = some.stream()
                    .map(paper -> new Option(paper.kind(), paper.kind()))
                    .distinct()
                    .toList();
            add(
                    sort + "-withdraw",
                    "",
                    signed().select("of", whose).select("kind", kinds).text("reason", true));
        });
    }

    /** An inspector or office has seen a record. */
    void countersign() {
        add("countersign", "", signed().text("seen", true).text("rule", true).area("text", false));
    }

    /** Remarks that wait for an answer, violations, and people who come and go. */
    void people(Remarks remarks) {
        for (Remarks.Remark each : remarks.remarks()) {
            String number = Long.toString(each.number());
            add("remark-answer", number, asked().hidden("number", each.number()).area("text", true));
            add("remark-close", number, signed().hidden("number", each.number()).area("text", true));
        }
        add("violation", "", signed().someone("of", true).text("rule", true).area("text", true));
        for (String sort : List.of("training", "examination")) {
            add(
                    sort,
                    "",
                    asked().someone("of", true)
                            .text("kind", true)
                            .date("expires", "")
                            .text("number", false));
        }
        add("person-remove", "", signed().someone("id", true));
    }
}

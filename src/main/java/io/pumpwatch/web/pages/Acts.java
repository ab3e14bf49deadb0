package io.pumpwatch.web.pages;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Jobs;
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
        blocks.add(new Block.Form(verb, title, title, inputs.done(), true));
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
                        signed().hidden("header", tag).text("pump", true).second());
            }
        }
        for (Status.Trip trip : status.trips()) {
            add("reset", trip.point(), signed().hidden("point", trip.point()).area("cause", true));
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

    /** Shelves and services that can be ended, and points that can be taken out of service. */
    void masks(AlarmList everything) {
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
        add("handover-let-go", "", signed().text("id", true).area("text", true));
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
                    number + ": " + lock.personName() + " (" + lock.person() + ")",
                    signed().hidden("job", job.number()).text("of", true).text("reason", true));
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
            add("muster-excuse", "", asked().text("of", true).text("reason", true));
            add("muster-end", "", signed().area("text", true));
        }
        add("test", "", signed().text("of", true).number("mg", true));
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
            add("pin", "", signed().text("id", "in.pin.id", false).newPin());
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
                signed().text("of", true)
                        .select("shift", options)
                        .date("date", "in.roster-excuse.date", today)
                        .text("reason", true));
    }

    /** Remarks that wait for an answer, violations, and people who come and go. */
    void people(Remarks remarks) {
        for (Remarks.Remark each : remarks.remarks()) {
            String number = Long.toString(each.number());
            add("remark-answer", number, asked().hidden("number", each.number()).area("text", true));
            add("remark-close", number, signed().hidden("number", each.number()).area("text", true));
        }
        add("violation", "", signed().text("of", true).text("rule", true).area("text", true));
        for (String sort : List.of("training", "examination")) {
            add(sort, "", asked().text("of", true).text("kind", true).date("expires", ""));
        }
        add("person-remove", "", signed().text("id", true));
    }
}

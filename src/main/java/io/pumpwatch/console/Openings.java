package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList.Alarm;
import io.pumpwatch.api.Defects.Defect;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.Sheets.Item;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.console.Deed.Proof;
import io.pumpwatch.console.Form.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the form of a deed with all that the screen already knows. Pure. */
final class Openings {
    /** What is done by somebody else than who drew it up: nobody is proposed. */
    private static final Set<String> OTHERS =
            Set.of("accept", "object", "refuse", "countersign", "seen", "sign-on", "without");

    private Openings() {}

    /** The form, or null where the screen has nothing that the deed could be done to. */
    static @Nullable Form open(Model model, Deed deed) {
        Map<String, Object> base = new LinkedHashMap<>();
        Map<String, String> known = new HashMap<>();
        List<Field> fields = new ArrayList<>();
        boolean there = deed.screen() == null
                || switch (deed.screen()) {
                    case OVERVIEW -> protection(model, known);
                    case ALARMS, POINTS -> alarm(model, deed, base, fields);
                    case ROUND -> item(model, deed, base, fields);
                    case JOB -> job(model, deed, base);
                    case JOBS -> work(model, known);
                    case HANDOVER -> handover(model, deed, known);
                    case DEFECTS -> defect(model, deed, base);
                    case ROSTER -> roster(model, deed, base, known);
                    case MUSTER -> muster(model, deed);
                    case VISITORS -> visitor(model, deed, base, known);
                    default -> true;
                };
        if (!there) {
            return null;
        }
        if (!deed.name().equals("without")) {
            known.putIfAbsent("gear", Offers.of(model, deed, "gear").getOrDefault("all", "all"));
        }
        deed.fields().forEach(field -> fields.add(field.offering(Offers.of(model, deed, field.name()))));
        prove(model, deed, known, fields);
        return Form.of(deed, base, fields, known);
    }

    private static void prove(Model model, Deed deed, Map<String, String> known, List<Field> fields) {
        Model.SignedIn signed = model.hand().signed();
        if (deed.proof() == Proof.NONE || deed.proof() == Proof.FILE) {
            return;
        }
        if (deed.proof() == Proof.SIGNED_IN && signed != null) {
            // The session says who asks.
            return;
        }
        if (signed != null && !OTHERS.contains(deed.name())) {
            known.put("person", signed.person());
        }
        fields.add(Field.text("person"));
        fields.add(Field.secret("pin"));
        if (deed.proof() == Proof.TWO) {
            fields.add(Field.text("second"));
            fields.add(Field.secret("secondPin"));
        }
    }

    private static boolean protection(Model model, Map<String, String> known) {
        Status status = model.data().status();
        if (status == null) {
            return false;
        }
        status.headers().stream()
                .filter(header -> header.swing() != null)
                .findFirst()
                .or(() -> status.headers().stream().findFirst())
                .ifPresent(header -> known.put("header", header.tag()));
        status.pumps().stream()
                .filter(Status.Pump::unexplainedStop)
                .findFirst()
                .or(() -> status.pumps().stream().filter(Status.Pump::running).findFirst())
                .ifPresent(pump -> known.put("pump", pump.tag()));
        status.levels().stream().findFirst().ifPresent(level -> known.put("level", level.tag()));
        return true;
    }

    private static boolean alarm(Model model, Deed deed, Map<String, Object> base, List<Field> fields) {
        if (deed.name().equals("ack-all")) {
            base.put("all", true);
            return true;
        }
        if (deed.name().equals("drill-end")) {
            return model.data().status() != null && model.data().status().drill() != null;
        }
        Alarm alarm = Rows.chosen(model, Rows.listed(model));
        if (alarm == null) {
            return false;
        }
        if (deed.name().equals("ack") || deed.name().equals("drill")) {
            base.put("points", List.of(alarm.point()));
        } else {
            base.put("point", alarm.point());
        }
        if (deed.name().equals("reset") && trips(model, alarm)) {
            fields.add(Field.text("cause"));
        }
        return true;
    }

    /** Whether it is latched by a trip, which is reset with its cause. */
    private static boolean trips(Model model, Alarm alarm) {
        Status status = model.data().status();
        return status != null
                && status.trips().stream().anyMatch(trip -> trip.point().equals(alarm.point()));
    }

    private static boolean item(Model model, Deed deed, Map<String, Object> base, List<Field> fields) {
        base.put("sheet", model.place().sheet());
        Item item = Rows.chosen(model, Rows.items(model));
        boolean whole = deed.name().equals("begin") || deed.name().equals("sign");
        if (whole || item == null) {
            return whole;
        }
        base.put("item", item.id());
        if (deed.verb().equals("sheet-item")) {
            base.put("verdict", deed.name());
            if (item.answer() != null) {
                base.put("correct", true);
            }
            if (item.number() && !deed.name().equals("not-applicable")) {
                fields.add(Field.number("value"));
            }
            if (item.location()) {
                fields.add(Field.text("location"));
            }
            if (item.evidence() && deed.name().equals("normal")) {
                fields.add(Field.text("text"));
            }
        }
        return true;
    }

    private static boolean job(Model model, Deed deed, Map<String, Object> base) {
        Jobs.Job job = Rows.job(model);
        if (job == null) {
            return false;
        }
        base.put("job", job.number());
        String next = job.next();
        if (deed.verb().equals("job-step") || deed.verb().equals("job-skip")) {
            if (next == null) {
                return false;
            }
            base.put("step", next);
        }
        return true;
    }

    private static boolean work(Model model, Map<String, String> known) {
        if (model.data().work() != null && !model.data().work().items().isEmpty()) {
            known.put("item", Long.toString(model.data().work().items().get(0).number()));
        }
        Jobs jobs = model.data().jobs();
        if (jobs != null && !jobs.kinds().isEmpty()) {
            known.put("kind", jobs.kinds().get(0).id());
        }
        return true;
    }

    private static boolean handover(Model model, Deed deed, Map<String, String> known) {
        HandoverBook book = model.data().handover();
        if (book != null) {
            String counts = book.tools().stream()
                    .map(tool -> (tool.name().matches("[^,，=＝]+") ? tool.name() : tool.id()) + "=" + tool.count())
                    .collect(Collectors.joining(", "));
            known.put("counts", counts);
        }
        return book != null && !(deed.name().equals("tools") && book.tools().isEmpty());
    }

    private static boolean defect(Model model, Deed deed, Map<String, Object> base) {
        if (deed.name().equals("defect")) {
            return true;
        }
        Defect defect = Rows.chosen(model, Rows.defects(model.data()));
        if (defect != null) {
            base.put("defect", defect.number());
        }
        return defect != null;
    }

    /** The chosen shift is arranged for a week from its day on; in it somebody is excused. */
    private static boolean roster(Model model, Deed deed, Map<String, Object> base, Map<String, String> known) {
        RosterPage.Slot slot = Rows.chosen(model, Rows.roster(model.data()));
        if (slot == null) {
            return false;
        }
        String[] key = slot.key().split("/", 2);
        if (deed.name().equals("arrange")) {
            known.put("shift", key[1]);
            known.put("from", key[0]);
            known.put("days", "7");
            return true;
        }
        base.put("shift", key[1]);
        base.put("date", key[0]);
        return !slot.people().isEmpty();
    }

    private static boolean muster(Model model, Deed deed) {
        ShiftPage shift = model.data().shift();
        Status status = model.data().status();
        boolean flood = status != null && status.flood() != null;
        boolean called = shift != null && shift.muster() != null;
        return switch (deed.name()) {
            case "flood-on" -> !flood;
            case "flood-off" -> flood;
            case "muster-call" -> !called;
            default -> called;
        };
    }

    /** Rows are those who are inside, then those who may come in. */
    private static boolean visitor(Model model, Deed deed, Map<String, Object> base, Map<String, String> known) {
        List<Visitors.Inside> inside = Rows.inside(model.data());
        List<Visitors.Approved> approved = Rows.approved(model.data());
        int row = model.place().row();
        int listed = row - inside.size();
        boolean on = listed >= 0 && listed < approved.size();
        switch (deed.name()) {
            case "visitor-out" -> {
                // One who is inside alone is meant wherever the mark stands.
                int of = inside.size() == 1 ? 0 : row;
                if (of >= inside.size()) {
                    return false;
                }
                base.put("number", inside.get(of).number());
            }
            case "revoke" -> {
                if (!on) {
                    return false;
                }
                base.put("name", approved.get(listed).name());
            }
            case "visitor-in" -> {
                if (on) {
                    known.put("name", approved.get(listed).name());
                }
            }
            default -> known.put("until", new Say(model).today(0));
        }
        return true;
    }
}

package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList.Alarm;
import io.pumpwatch.api.Defects.Defect;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Sheets.Item;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
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
    private static final Set<String> OTHERS = Set.of("accept", "object", "refuse", "countersign", "seen", "sign-on");

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
                    default -> true;
                };
        if (!there) {
            return null;
        }
        known.putIfAbsent("gear", "all");
        deed.fields().forEach(field -> fields.add(field.offering(offered(model, deed, field.name()))));
        prove(model, deed, known, fields);
        return Form.of(deed, base, fields, known);
    }

    /** What the station has for an answer, by its id with its name; empty where anything may be written. */
    private static Map<String, String> offered(Model model, Deed deed, String field) {
        Map<String, String> all = new LinkedHashMap<>();
        Status status = model.data().status();
        ShiftPage shift = model.data().shift();
        Jobs jobs = model.data().jobs();
        if (field.equals("pump") && status != null) {
            status.pumps().forEach(pump -> all.put(pump.tag(), pump.tag() + " " + pump.name()));
        } else if (field.equals("work") && shift != null) {
            shift.signOn()
                    .works()
                    .forEach(work -> all.put(work.id(), work.name().isEmpty() ? work.id() : work.name()));
        } else if (field.equals("kind") && deed.screen() == Screen.JOBS && jobs != null) {
            jobs.kinds().forEach(kind -> all.put(kind.id(), kind.name()));
        }
        return all;
    }

    private static void prove(Model model, Deed deed, Map<String, String> known, List<Field> fields) {
        Model.SignedIn signed = model.hand().signed();
        if (deed.proof() == Proof.NONE) {
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
        Alarm alarm = Rows.chosen(model, Rows.listed(model));
        if (alarm == null) {
            return false;
        }
        if (deed.name().equals("ack")) {
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
                    .map(tool -> tool.id() + "=" + tool.count())
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
}

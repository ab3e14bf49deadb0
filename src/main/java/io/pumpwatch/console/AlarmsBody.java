package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.AlarmList.Alarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Alarms, sorted as the agent sorts them, with the guidance of the chosen one below. Pure. */
final class AlarmsBody {
    private static final int GUIDANCE = 8;

    private final Model model;
    private final Say say;
    private final int columns;

    AlarmsBody(Model model, Say say, int columns) {
        this.model = model;
        this.say = say;
        this.columns = columns;
    }

    List<AttributedString> lines(int room) {
        List<Alarm> alarms = Rows.listed(model);
        List<AttributedString> lines = new ArrayList<>();
        if (alarms.isEmpty()) {
            lines.add(new Ink().put(" " + say.word("console.calm"), Ink.DIM).line(columns));
            return lines;
        }
        List<AttributedString> below = new ArrayList<>();
        Alarm chosen = Rows.chosen(model, alarms);
        if (chosen != null) {
            guidance(chosen, below);
        }
        // What to do is the last of the guidance: it is never what is cut, and the list doesn't jump for less.
        int list = Math.max(3, room - Math.max(GUIDANCE, below.size()));
        lines.addAll(Body.window(alarms.size(), model.place().row(), list, i -> row(alarms.get(i)), columns));
        while (lines.size() < list) {
            lines.add(AttributedString.EMPTY);
        }
        lines.addAll(below);
        return lines;
    }

    private Ink row(Alarm alarm) {
        Ink ink = new Ink()
                .put(" ")
                .put(Ink.mark(alarm.priority()), Update.asks(alarm) ? Ink.of(alarm.priority()) : Ink.PLAIN)
                .to(5)
                .put(say.clock(alarm.since()))
                .to(14)
                .put(alarm.point() + (alarm.kept() ? "" : "*"), Ink.BOLD)
                .to(32)
                .put(alarm.stateText(), Update.asks(alarm) ? Ink.BOLD : Ink.DIM)
                .to(56)
                .put(alarm.name());
        mark(ink, alarm.firstOut(), "firstout");
        mark(ink, alarm.functionCheck(), "drill");
        mark(ink, alarm.shelved() != null, "shelved");
        mark(ink, alarm.outOfService() != null, "out");
        mark(ink, alarm.suppressed() != null, "suppressed");
        mark(ink, alarm.seenBy() != null, "seen");
        return ink;
    }

    private void mark(Ink ink, boolean is, String word) {
        if (is) {
            ink.put(" [" + say.word("console.mark." + word) + "]");
        }
    }

    private void guidance(Alarm alarm, List<AttributedString> lines) {
        lines.add(new Ink().put("─".repeat(columns), Ink.DIM).line(columns));
        Ink head = new Ink().put(" " + alarm.point() + "  " + alarm.name(), Ink.BOLD);
        Double value = alarm.value();
        if (value != null) {
            head.put("  " + Ink.number(value) + " " + alarm.unit());
        }
        if (alarm.setpoint() != null) {
            head.put(" (" + Ink.number(alarm.setpoint()) + ")");
        }
        if (!alarm.kept()) {
            head.put("  * " + say.word("console.notkept"), Ink.HIGH);
        }
        lines.add(head.line(columns));
        if (alarm.acknowledgedBy() != null) {
            String who = say.word("console.acked", Map.of("person", String.valueOf(alarm.acknowledgedByName())));
            lines.add(new Ink().put(" " + who, Ink.DIM).line(columns));
        }
        mask("shelved", alarm.shelved(), lines);
        mask("out", alarm.outOfService(), lines);
        say("cause", alarm.cause(), lines);
        say("consequence", alarm.consequence(), lines);
        say("response", alarm.response(), lines);
    }

    /** Who took it away from view, why and until when. */
    private void mask(String how, AlarmList.@Nullable Mask mask, List<AttributedString> lines) {
        if (mask != null) {
            Map<String, String> args =
                    Map.of("person", mask.byName(), "until", say.at(mask.until()), "reason", mask.reason());
            String text = say.word("console.mark." + how) + " " + say.word("console.mask", args);
            lines.addAll(Ink.whole(text, Ink.MEDIUM, columns, 2));
        }
    }

    private void say(String what, String words, List<AttributedString> lines) {
        if (!words.isEmpty()) {
            String text = say.word("console.guide." + what) + ": " + words;
            Ink.wrapped(text, columns - 2)
                    .forEach(line -> lines.add(new Ink().put(" " + line).line(columns)));
        }
    }
}

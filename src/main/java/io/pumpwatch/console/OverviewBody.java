package io.pumpwatch.console;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The station at a glance: what asks, pumps, pressures and levels, people, the way to dispatch. Pure. */
final class OverviewBody {
    private static final int ASKING_MAX = 3;
    private static final int BAR = 24;
    private static final double BYTES_A_GB = 1L << 30;

    private final Model model;
    private final Say say;
    private final int columns;
    private final List<AttributedString> lines = new ArrayList<>();

    OverviewBody(Model model, Say say, int columns) {
        this.model = model;
        this.say = say;
        this.columns = columns;
    }

    /** Where it is narrow, contacts go first, then pumps share lines, then instruments: people and dispatch stay. */
    List<AttributedString> lines(int room) {
        Status status = model.data().status();
        if (status == null) {
            return List.of();
        }
        asking();
        List<Status.Instrument> measured = status.instruments().stream()
                .filter(instrument -> instrument.spanLow() != null)
                .toList();
        List<AttributedString> below = below(status);
        int left = room - lines.size() - below.size();
        boolean alone = left >= status.pumps().size() + measured.size();
        pumps(status.pumps(), alone);
        int shown = Math.max(0, Math.min(measured.size(), room - lines.size() - below.size()));
        measured.subList(0, shown).forEach(this::instrument);
        List<AttributedString> contacts = contacts(status);
        if (room - lines.size() - below.size() >= contacts.size()) {
            lines.addAll(contacts);
        }
        lines.addAll(below);
        return lines;
    }

    private List<AttributedString> below(Status status) {
        int from = lines.size();
        people();
        agent(status);
        List<AttributedString> tail = new ArrayList<>(lines.subList(from, lines.size()));
        lines.subList(from, lines.size()).clear();
        return tail;
    }

    private void pumps(List<Status.Pump> pumps, boolean alone) {
        if (alone) {
            pumps.forEach(this::pump);
            return;
        }
        for (int i = 0; i < pumps.size(); i += 2) {
            Ink ink = half(new Ink(), pumps.get(i));
            if (i + 1 < pumps.size()) {
                half(ink.to(columns / 2), pumps.get(i + 1));
            }
            add(ink);
        }
    }

    /** Half a line; why it must not start stands above, in the banners. */
    private Ink half(Ink ink, Status.Pump pump) {
        boolean held = !pump.inhibits().isEmpty() || !pump.notReady().isEmpty() || pump.unexplainedStop();
        return ink.put(" " + (pump.running() ? "▶ " : "□ "))
                .put(pump.tag(), Ink.BOLD)
                .put(" " + say.word(pump.running() ? "console.running" : "console.stopped") + " "
                        + Say.span(pump.runMs()))
                .put(held ? " ! " + reason(pump, 14) : "", Ink.HIGH);
    }

    private String reason(Status.Pump pump, int columnsMax) {
        String reason = pump.inhibits().stream()
                .map(Status.Reason::text)
                .findFirst()
                .or(() -> pump.notReady().stream().map(Status.Reason::text).findFirst())
                .orElse(pump.unexplainedStop() ? say.word("console.unexplained") : "");
        return Ink.cut(reason, columnsMax);
    }

    private void add(Ink ink) {
        lines.add(ink.line(columns));
    }

    private void asking() {
        List<AlarmList.Alarm> asking =
                Rows.alarms(model.data()).stream().filter(Update::asks).toList();
        if (asking.isEmpty()) {
            add(new Ink().put(" " + say.word("console.calm"), Ink.DIM));
            return;
        }
        for (AlarmList.Alarm alarm : asking.subList(0, Math.min(ASKING_MAX, asking.size()))) {
            add(new Ink()
                    .put(" ")
                    .put(
                            Ink.mark(alarm.priority()) + " " + say.state("priority", alarm.priority()),
                            Ink.of(alarm.priority()))
                    .to(15)
                    .put(alarm.point(), Ink.BOLD)
                    .to(32)
                    .put(alarm.name()));
        }
        if (asking.size() > ASKING_MAX) {
            Map<String, String> more = Map.of("count", "" + (asking.size() - ASKING_MAX));
            add(new Ink().put(" " + say.word("console.more", more), Ink.BOLD));
        }
    }

    private void pump(Status.Pump pump) {
        Ink ink = new Ink()
                .put(" " + (pump.running() ? "▶ " : "□ "))
                .put(pump.tag(), Ink.BOLD)
                .to(11)
                .put(Ink.cut(pump.name(), 20))
                .to(32)
                .put(say.word(pump.running() ? "console.running" : "console.stopped"))
                .to(41)
                .put(Say.span(pump.runMs()));
        String trouble = reason(pump, columns);
        if (!trouble.isEmpty()) {
            ink.to(53).put("! " + trouble, Ink.HIGH);
        }
        add(ink);
    }

    private void instrument(Status.Instrument instrument) {
        Double value = instrument.value();
        boolean bad = instrument.quality().equals("bad");
        String shown = value == null || bad ? "---" : Ink.number(value);
        AttributedStyle style = bad || outside(instrument) ? Ink.HIGH : Ink.PLAIN;
        Ink ink = new Ink()
                .put(" ")
                .put(instrument.tag(), Ink.BOLD)
                .to(9)
                .put(String.format(Locale.ROOT, "%8s", shown), style)
                .put(" " + instrument.unit())
                .to(23)
                .put(Bars.bar(instrument, BAR, model.look().chinese()), style)
                .to(24 + BAR);
        int room = Math.max(8, Math.min(40, columns - 24 - BAR - 22));
        ink.put(
                        Bars.spark(
                                model.data().trends().getOrDefault(instrument.tag(), List.of()),
                                room,
                                model.look().chinese()),
                        Ink.DIM)
                .to(25 + BAR + room);
        if (!instrument.quality().equals("good")) {
            ink.put("? " + instrument.causeText(), bad ? Ink.HIGH : Ink.MEDIUM);
        } else {
            ink.put(instrument.what(), Ink.DIM);
        }
        add(ink);
    }

    private static boolean outside(Status.Instrument instrument) {
        Double value = instrument.value();
        return value != null
                && instrument.limits().stream()
                        .anyMatch(limit -> limit.high() ? value > limit.setpoint() : value < limit.setpoint());
    }

    private List<AttributedString> contacts(Status status) {
        List<AttributedString> all = new ArrayList<>();
        Ink ink = new Ink().put(" ");
        for (Status.Instrument contact : status.instruments()) {
            if (contact.spanLow() == null) {
                Double value = contact.value();
                boolean bad = contact.quality().equals("bad");
                String mark = value == null || bad ? "?" : value > 0 ? "●" : "○";
                if (ink.columns() + contact.tag().length() + 3 > columns) {
                    all.add(ink.line(columns));
                    ink = new Ink().put(" ");
                }
                ink.put(mark + contact.tag() + " ", bad ? Ink.HIGH : Ink.DIM);
            }
        }
        all.add(ink.line(columns));
        return all;
    }

    private void people() {
        ShiftPage shift = model.data().shift();
        if (shift != null) {
            String crew = shift.crew().stream().map(ShiftPage.Somebody::name).collect(Collectors.joining(", "));
            boolean few = shift.crew().size() < shift.needed();
            Ink ink = new Ink()
                    .put(" " + say.word("console.duty") + " ")
                    .put(crew.isEmpty() ? say.word("console.nobody") : crew, few ? Ink.HIGH : Ink.PLAIN);
            if (few) {
                ink.put(" (" + shift.crew().size() + "/" + shift.needed() + ")", Ink.HIGH);
            }
            lines.addAll(ink.fold(columns));
        }
        Sheets.Sheet round = model.data().sheet("round");
        if (round != null) {
            boolean late = round.state().equals("late");
            add(new Ink()
                    .put(" " + say.word("console.round") + " ")
                    .put(
                            say.state("sheet", round.state()) + " " + say.at(round.from()) + " – "
                                    + say.clock(round.to()),
                            late ? Ink.HIGH : Ink.PLAIN));
        }
    }

    private void agent(Status status) {
        Status.Entries entries = status.entries();
        boolean fault = !status.link().fault().isEmpty();
        add(new Ink()
                .put(" " + say.word("console.link") + " ")
                .put(say.state("link", status.link().state()), fault ? Ink.HIGH : Ink.PLAIN)
                .put(fault ? " " + status.link().fault() : "", Ink.HIGH)
                .put("  "
                        + say.word(
                                "console.entries",
                                Map.of(
                                        "waiting", "" + entries.waiting(),
                                        "receipt",
                                                entries.confirmed().epoch() + ":"
                                                        + entries.confirmed().seq(),
                                        "durable",
                                                entries.durable().epoch() + ":"
                                                        + entries.durable().seq()))));
        long unkept = entries.offered().seq() - entries.durable().seq();
        Ink store = new Ink()
                .put(" " + say.word("console.store") + " ")
                .put(
                        say.word(entries.storeStalledMs() > 0 ? "console.store.slow" : "console.store.well"),
                        entries.storeStalledMs() >= 2_000 ? Ink.HIGH : Ink.PLAIN)
                .put(unkept > 0 ? " *" + unkept : "");
        disk(store);
        add(store.put("   " + say.word("console.horn") + " " + say.state("horn", status.horn()))
                .put("   "
                        + say.word(
                                "console.load",
                                Map.of("rate", "" + status.alarmLoad().inTenMinutes()))));
    }

    /** What only the agent's health tells: room left, and a history that can't be written. */
    private void disk(Ink store) {
        Health health = model.data().health();
        if (health == null) {
            return;
        }
        if (health.freeBytes() >= 0) {
            String size = String.format(Locale.ROOT, "%.1f GB", health.freeBytes() / BYTES_A_GB);
            store.put(
                    ", " + say.word("console.store.free", Map.of("size", size)),
                    health.lowRoom() ? Ink.HIGH : Ink.PLAIN);
        }
        if (!health.historyFault().isEmpty()) {
            store.put(", " + say.word("console.store.history"), Ink.HIGH);
        }
    }
}

package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.app.StationCodec;
import io.pumpwatch.app.demo.DemoCrew.Member;
import io.pumpwatch.app.demo.YearFaults.Cut;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.Scan;
import io.pumpwatch.scan.ScanInput;
import io.pumpwatch.scan.ScanMemory;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationFold;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.stories.StoryInputs;
import io.pumpwatch.view.StationView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A long time of the full station through the pure core: its people, its water, one scan a minute, every entry as the
 * journal writes it. Only the plant and the disk are left out, which a week of the demo has.
 */
final class StationYear {
    private static final long MINUTE_MS = 60_000;
    private static final StationCodec CODEC = StationCodec.shared();

    final LocalDate first;
    final int days;
    final long beginMs;
    final List<EntryLine> lines = new ArrayList<>();
    final List<Deed.Done> done = new ArrayList<>();
    final StoryInputs inputs = new StoryInputs();
    final YearWater water = new YearWater(inputs);
    final YearFaults faults;
    private final StationPlan plan;
    private final YearPeople people;
    private final Map<String, Long> givenUp = new HashMap<>();
    private final Map<Long, Deed> asked = new HashMap<>();
    private final PriorityQueue<Next> deeds = new PriorityQueue<>(
            Comparator.comparingLong((Next next) -> next.deed().atMs()).thenComparingLong(Next::order));
    private final List<Command.Posted> waiting = new ArrayList<>();
    private StationState state = StationState.EMPTY;
    private ScanMemory memory = ScanMemory.EMPTY;
    private ScanResult.Live live = ScanResult.Live.EMPTY;
    private Now now;
    /** What every good clock says. */
    private long trueMs;

    private long boot = 1;
    private String linkCut = "";
    private int linksCut;
    private long unsetUntilMs;
    private long scannedMs;
    private long commands;
    private long order;

    /** Deeds of one moment keep the order in which they were planned. */
    private record Next(Deed deed, long order) {}

    StationYear(Loaded loaded, LocalDate first, int days, long seed) {
        this.plan = loaded.plan();
        this.first = first;
        this.days = days;
        this.beginMs =
                first.atTime(WeekPlan.BEGIN).atZone(plan.zone()).toInstant().toEpochMilli();
        this.people = new YearPeople(plan, first, beginMs);
        this.faults = new YearFaults(seed, first, days, plan.zone());
        this.now = Now.of(beginMs, 1_000);
        this.trueMs = beginMs;
        this.scannedMs = beginMs;
    }

    /** Wall time at the end: midnight after the last day. */
    long endMs() {
        return first.plusDays(days).atStartOfDay(plan.zone()).toInstant().toEpochMilli();
    }

    void run() {
        post(new Command.Note(new AgentEvent.Started("test", 1, false)), null, null);
        for (Member member : YearPeople.MEMBERS) {
            String by = member.id().equals(WeekPeople.CHIEF) ? null : WeekPeople.CHIEF;
            post(
                    new Command.Duty(new PeopleCommand.EnrolPerson(member.id(), member.name(), Set.of(member.role()))),
                    by,
                    null);
        }
        plan(first);
        LocalDate planned = first;
        for (; trueMs < endMs(); trueMs += MINUTE_MS, now = now.plusMs(MINUTE_MS)) {
            ZonedDateTime local = Instant.ofEpochMilli(trueMs).atZone(plan.zone());
            // The night's crew comes on the evening before.
            if (!planned.isAfter(local.toLocalDate())) {
                planned = planned.plusDays(1);
                plan(planned);
            }
            water.at(local.toLocalDate(), local.getHour() * 60 + local.getMinute());
            minute();
        }
    }

    private void minute() {
        if (faults.at(trueMs) != null) {
            return;
        }
        Cut over = faults.at(trueMs - MINUTE_MS);
        if (over != null) {
            start(over);
        } else {
            if (unsetUntilMs > 0 && trueMs >= unsetUntilMs) {
                // NTP answers.
                unsetUntilMs = 0;
                now = Now.of(trueMs, now.uptimeMs());
            }
            act();
        }
        Cut next = faults.at(trueMs + MINUTE_MS);
        if (next != null && next.clean()) {
            post(new Command.Note(new AgentEvent.Stopped("told to")), null, null);
        }
        scan();
    }

    /** Another boot on the same records: uptime begins anew, nothing that isn't kept is known. */
    private void start(Cut over) {
        boot++;
        memory = ScanMemory.EMPTY;
        live = ScanResult.Live.EMPTY;
        now = Now.of(trueMs, 20_000);
        if (over.unsetMs() > 0) {
            unsetUntilMs = trueMs + over.unsetMs();
            now = new Now(over.fromMs() - over.behindMs(), 20_000, ClockTrust.UNSET);
        }
        post(new Command.Note(new AgentEvent.Started("test", boot, false)), null, null);
    }

    private void plan(LocalDate date) {
        people.of(date).forEach(deed -> deeds.add(new Next(deed, order++)));
    }

    private void act() {
        long sinceMs = trueMs - beginMs;
        if (sinceMs == 0) {
            return;
        }
        StationView view = view();
        for (Next next = deeds.peek(); next != null && next.deed().atMs() <= sinceMs; next = deeds.peek()) {
            deeds.poll();
            Command command =
                    isGivenUp(next.deed()) ? null : next.deed().doing().at(view);
            if (command != null) {
                post(command, next.deed().by(), next.deed());
                // One deed a scan sees what the one before has done.
                scan();
                view = view();
            }
        }
        WeekEyes.changeover(view).forEach(act -> post(act.command(), act.by(), null));
        WeekEyes.look(view, Set.of(), Set.of()).forEach(act -> post(act.command(), act.by(), null));
    }

    private StationView view() {
        return new StationView(plan, state, live, now, boot, new EntryId(1, state.seq()), commands);
    }

    /** A sheet that would have been begun while power was away isn't; one that was begun before is taken up again. */
    private boolean isGivenUp(Deed deed) {
        if (!(deed.doing() instanceof WeekSheets.Walk walk)) {
            return false;
        }
        long sinceMs = deed.atMs() - givenUp.getOrDefault(walk.sheet(), -MINUTE_MS - 1);
        SheetState.Run open = state.rounds().sheet(walk.sheet()).open();
        boolean begun = open != null && open.started() != null;
        boolean away = !begun && faults.givenUp(beginMs + deed.atMs());
        if (away || sinceMs <= MINUTE_MS) {
            givenUp.put(walk.sheet(), deed.atMs());
            return true;
        }
        return false;
    }

    private void post(Command command, @Nullable String by, @Nullable Deed deed) {
        commands++;
        waiting.add(new Command.Posted(commands, command, by));
        if (deed != null) {
            asked.put(commands, deed);
        }
    }

    private void scan() {
        List<Command.Posted> posted = List.copyOf(waiting);
        waiting.clear();
        String link = faults.link(trueMs);
        linksCut += linkCut.isEmpty() && !link.isEmpty() ? 1 : 0;
        linkCut = link;
        Health health = new Health(0, 0, link, List.of(), false, false);
        water.seen(trueMs - scannedMs);
        scannedMs = trueMs;
        ScanInput input = new ScanInput(inputs.read(plan, now), posted, health);
        ScanResult result = Scan.decide(plan, state, memory, input, boot, now);
        long seq = state.seq();
        Stamp at = Stamp.of(boot, now);
        for (StationEvent event : result.events()) {
            lines.add(EntryLine.of(new EntryId(1, ++seq), CODEC.draft(event, at)));
        }
        Map<Long, String> refused = new HashMap<>();
        result.answers()
                .forEach(answer -> refused.put(
                        answer.id(), answer.refusal().map(Refusal::code).orElse("")));
        for (Command.Posted each : posted) {
            String by = each.by() == null ? "" : each.by();
            done.add(new Deed.Done(now.utcMs(), by, each.command(), refused.getOrDefault(each.id(), "")));
        }
        state = result.state();
        memory = result.memory();
        live = result.live();
    }

    /** The lines, read back as text, fold to the state that was lived. */
    void foldsBack() {
        StationState fold = StationState.EMPTY;
        for (EntryLine line : lines) {
            EntryLine read = EntryLine.head(line.text());
            StationEvent event =
                    CODEC.event(new Entry(read.id(), line.text(), "")).orElseThrow();
            fold = StationFold.apply(fold, read.id().seq(), read.stamp(), event);
        }
        assertEquals(state, fold);
    }

    List<PumpPlan> pumps() {
        return plan.interlocks().pumps();
    }

    /** How often an agent saw the way to dispatch fail. */
    int linksCut() {
        return linksCut;
    }

    StationPlan plan() {
        return plan;
    }
}

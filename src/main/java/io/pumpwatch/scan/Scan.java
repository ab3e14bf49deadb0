package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmDecision;
import io.pumpwatch.alarms.AlarmEvent;
import io.pumpwatch.alarms.AlarmInput;
import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.conditioning.Conditioned;
import io.pumpwatch.conditioning.Conditioning;
import io.pumpwatch.duty.Duty;
import io.pumpwatch.duty.DutyDecision;
import io.pumpwatch.duty.DutyEvent;
import io.pumpwatch.duty.DutyFacts;
import io.pumpwatch.duty.DutyWatch;
import io.pumpwatch.interlocks.InterlockDecision;
import io.pumpwatch.interlocks.InterlockEvent;
import io.pumpwatch.interlocks.InterlockInput;
import io.pumpwatch.interlocks.Interlocks;
import io.pumpwatch.rounds.Rounds;
import io.pumpwatch.rounds.RoundsDecision;
import io.pumpwatch.rounds.RoundsEvent;
import io.pumpwatch.rounds.RoundsWatch;
import io.pumpwatch.scan.AgentEvent.ClockStepped;
import io.pumpwatch.scan.AgentEvent.CommandRefused;
import io.pumpwatch.scan.AgentEvent.LinkChanged;
import io.pumpwatch.scan.AgentEvent.SeenByDispatch;
import io.pumpwatch.scan.ScanResult.Live;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scan, as a PLC does it: freeze the inputs, condition, interlock, alarm, drive the outputs, hand over what must be
 * kept. Pure: no clock, log, random, file or static state.
 */
public final class Scan {
    /** Wall time that moves by more than this against uptime has been stepped. */
    static final long STEP_MS = 2_000;

    /** Id of a command that the scan asks itself; nobody waits for its answer. */
    private static final long NOBODY = -1;

    private Scan() {}

    /** Decides one scan. {@code boot} counts the agent's starts. */
    public static ScanResult decide(
            StationPlan plan, StationState state, ScanMemory memory, ScanInput input, long boot, Now now) {
        return new Pass(plan, state, memory, input, boot, now).run();
    }

    /** One pass; its fields are this scan's working state and die with it. */
    private static final class Pass {
        private StationPlan plan;
        private StationState state;
        private final ScanMemory memory;
        private final ScanInput input;
        private final long boot;
        private final Now now;
        private final Stamp at;
        private final List<StationEvent> events = new ArrayList<>();
        private final Answers answers = new Answers();
        private final List<AlarmInput.Asked> toAlarms = new ArrayList<>();
        private final List<Long> alarmIds = new ArrayList<>();
        private final List<InterlockInput.Asked> toInterlocks = new ArrayList<>();
        private final List<Long> interlockIds = new ArrayList<>();

        Pass(StationPlan plan, StationState state, ScanMemory memory, ScanInput input, long boot, Now now) {
            this.plan = plan;
            this.state = state;
            this.memory = memory;
            this.input = input;
            this.boot = boot;
            this.now = now;
            this.at = Stamp.of(boot, now);
        }

        ScanResult run() {
            watchClock();
            watchLink();
            MachineWatch machine = watchMachine();
            // A station file first: what else is asked in this scan is asked of the new one.
            for (Command.Posted posted : input.commands()) {
                load(posted);
            }
            Conditioning.Result conditioned =
                    Conditioning.decide(plan.instruments(), memory.conditioning(), input.samples(), now);
            Map<Tag, Reading> readings = conditioned.conditioned().current();
            for (Command.Posted posted : input.commands()) {
                take(posted, readings);
            }
            InterlockDecision interlocks = interlocks(conditioned.conditioned());
            // For rounds too: what they are told of interlocks and alarms the duty book doesn't change.
            Facts facts = facts(readings);
            DutyWatch duty = Duty.watch(plan.duty(), state.duty(), memory.duty(), facts.duty(), now);
            for (DutyEvent event : duty.events()) {
                emit(new StationEvent.Duty(event));
            }
            RoundsWatch rounds = Rounds.watch(plan.rounds(), state.rounds(), memory.rounds(), facts.roundsWatch(), now);
            for (RoundsEvent event : rounds.events()) {
                emit(new StationEvent.Rounds(event));
            }
            SelfCheck self = SelfCheck.of(memory.self(), plan);
            Map<AlarmId, Check> checks = self.checks(state, conditioned.conditioned(), input.health(), now);
            checks.putAll(duty.checks());
            checks.putAll(rounds.checks());
            AlarmDecision alarms = alarms(conditioned, interlocks, checks);
            for (AlarmEvent event : alarms.events()) {
                emit(new StationEvent.Alarm(event));
            }
            answers.put(alarmIds, alarms.answers());
            HornPattern horn = Horn.pattern(plan, state, boot, now);
            List<Output> outputs = new ArrayList<>(interlocks.outputs());
            outputs.addAll(Horn.outputs(plan, state, horn, now));
            ScanMemory next = new ScanMemory(
                    conditioned.memory(),
                    interlocks.memory(),
                    alarms.memory(),
                    duty.memory(),
                    rounds.memory(),
                    self,
                    now.utcMs() - now.uptimeMs(),
                    machine);
            Live live = live(conditioned, interlocks, horn, outputs);
            return new ScanResult(plan, state, next, events, outputs, answers.to(input.commands()), live);
        }

        private InterlockDecision interlocks(Conditioned conditioned) {
            InterlockInput asked = new InterlockInput(
                    conditioned,
                    state.duty().namesOnDuty(),
                    state.rounds().lockedPumps(),
                    input.health().safeMode(),
                    toInterlocks);
            InterlockDecision decision =
                    Interlocks.decide(plan.interlocks(), state.interlocks(), memory.interlocks(), asked, boot, now);
            for (InterlockEvent event : decision.events()) {
                emit(new StationEvent.Interlock(event));
            }
            answers.put(interlockIds, decision.answers());
            return decision;
        }

        private Live live(
                Conditioning.Result conditioned, InterlockDecision interlocks, HornPattern horn, List<Output> outputs) {
            return new Live(
                    conditioned.conditioned(),
                    interlocks.entered(),
                    interlocks.levels(),
                    interlocks.settled(),
                    horn,
                    input.health(),
                    outputs);
        }

        private void emit(StationEvent event) {
            events.add(event);
            state = StationFold.apply(state, state.seq() + 1, at, event);
        }

        private void watchClock() {
            long offsetMs = now.utcMs() - now.uptimeMs();
            boolean known = memory.offsetMs() != ScanMemory.NO_OFFSET;
            if (known && Math.abs(offsetMs - memory.offsetMs()) > STEP_MS) {
                emit(new StationEvent.Agent(new ClockStepped(offsetMs - memory.offsetMs())));
            }
        }

        private void watchLink() {
            if (!input.health().linkFault().equals(state.agent().linkFault())) {
                emit(new StationEvent.Agent(new LinkChanged(input.health().linkFault())));
            }
        }

        private MachineWatch watchMachine() {
            MachineWatch.Result result = memory.machine().after(input.health(), now);
            for (AgentEvent event : result.events()) {
                emit(new StationEvent.Agent(event));
            }
            return result.watch();
        }

        private void load(Command.Posted posted) {
            // The agent loads its file at its start by itself; later on a person asks for it.
            boolean may =
                    posted.by() == null || !(posted.command() instanceof Command.Load load) || allowed(posted, load);
            if (may && posted.command() instanceof Command.Load e) {
                PlanLoad.events(state, e, posted.by()).forEach(event -> emit(new StationEvent.Agent(event)));
                plan = e.plan();
                answers.put(posted.id(), Optional.empty());
            }
        }

        private Facts facts(Map<Tag, Reading> readings) {
            return Facts.of(plan, state, readings, input.health(), boot, now);
        }

        private void take(Command.Posted posted, Map<Tag, Reading> readings) {
            Command command = posted.command();
            String by = posted.by();
            if (command instanceof Command.Alarm e) {
                if (allowed(posted, (Record) e.command())) {
                    toAlarms.add(new AlarmInput.Asked(e.command(), by));
                    alarmIds.add(posted.id());
                }
            } else if (command instanceof Command.Interlock e) {
                if (allowed(posted, (Record) e.command())) {
                    toInterlocks.add(new InterlockInput.Asked(e.command(), by == null ? "-" : by));
                    interlockIds.add(posted.id());
                }
            } else if (command instanceof Command.Duty e) {
                if (allowed(posted, (Record) e.command())) {
                    DutyFacts facts = facts(readings).duty(e.command());
                    DutyDecision decision = Duty.decide(plan.duty(), state.duty(), facts, e.command(), by, now);
                    decision.events().forEach(event -> emit(new StationEvent.Duty(event)));
                    answers.put(posted.id(), decision.refusal());
                }
            } else if (command instanceof Command.Rounds e) {
                if (allowed(posted, (Record) e.command())) {
                    String person = by == null ? "-" : by;
                    RoundsDecision decision = Rounds.decide(
                            plan.rounds(), state.rounds(), facts(readings).rounds(), e.command(), person, now);
                    decision.events().forEach(event -> emit(new StationEvent.Rounds(event)));
                    answers.put(posted.id(), decision.refusal());
                    if (!decision.events().isEmpty()) {
                        Duty.seen(plan.duty(), state.duty(), person, boot, now)
                                .forEach(event -> emit(new StationEvent.Duty(event)));
                    }
                    RoundsInputs.forInspectors(plan, state, decision.events())
                            .forEach(event -> emit(new StationEvent.Duty(event)));
                    for (AlarmInput.Asked asked : RoundsInputs.comeBack(state, decision.events(), by)) {
                        toAlarms.add(asked);
                        alarmIds.add(NOBODY);
                    }
                }
            } else if (command instanceof Command.Note e) {
                emit(new StationEvent.Agent(e.event()));
                answers.put(posted.id(), Optional.empty());
            } else if (command instanceof Command.Seen e) {
                seen(posted.id(), e);
            } else if (command instanceof Command.Dispatched e) {
                // No person of the station: the seat's signature stands for the PIN, and the record names the seat.
                DutyFacts facts = facts(readings).duty(e.command());
                DutyDecision decision =
                        Duty.decide(plan.duty(), state.duty(), facts, e.command(), "dispatch/" + e.by(), now);
                decision.events().forEach(event -> emit(new StationEvent.Duty(event)));
                answers.put(posted.id(), decision.refusal());
            } else if (command instanceof Command.Refused e) {
                emit(new StationEvent.Agent(new CommandRefused(e.verb(), e.code(), by, e.moreSinceLast())));
                answers.put(posted.id(), Optional.empty());
            }
        }

        private void seen(long id, Command.Seen command) {
            boolean known = state.alarms().points().containsKey(command.point());
            if (known) {
                emit(new StationEvent.Agent(new SeenByDispatch(command.point(), command.seat())));
            }
            answers.put(
                    id,
                    known
                            ? Optional.empty()
                            : Optional.of(Refusal.of(
                                    "alarm.unknown", "point", command.point().toString())));
        }

        private boolean allowed(Command.Posted posted, Record act) {
            Optional<Refusal> refusal = Authority.judge(plan, state, act, posted.by());
            if (refusal.isEmpty() && !(act instanceof Command)) {
                refusal = TextLimits.judge(act);
            }
            if (refusal.isPresent()) {
                answers.put(posted.id(), refusal);
            }
            return refusal.isEmpty();
        }

        private AlarmDecision alarms(
                Conditioning.Result conditioned, InterlockDecision interlocks, Map<AlarmId, Check> logic) {
            logic.putAll(interlocks.checks());
            Map<Tag, Reading> readings = conditioned.conditioned().current();
            if (!interlocks.entered().isEmpty()) {
                readings = new HashMap<>(readings);
                readings.putAll(interlocks.entered());
            }
            AlarmInput asked =
                    new AlarmInput(readings, interlocks.entered().keySet(), logic, interlocks.settled(), toAlarms);
            return Alarms.decide(plan.alarms(), state.alarms(), memory.alarms(), asked, boot, now);
        }
    }
}

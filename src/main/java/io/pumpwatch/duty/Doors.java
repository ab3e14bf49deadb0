package io.pumpwatch.duty;

import io.pumpwatch.duty.DoorCommand.AdmitVisitor;
import io.pumpwatch.duty.DoorCommand.AnnounceEntry;
import io.pumpwatch.duty.DoorCommand.ApproveVisitor;
import io.pumpwatch.duty.DoorCommand.ExplainEntry;
import io.pumpwatch.duty.DoorCommand.LetOut;
import io.pumpwatch.duty.DoorCommand.ReportOutsider;
import io.pumpwatch.duty.DoorCommand.RevokeVisitor;
import io.pumpwatch.duty.DoorEvent.DoorForced;
import io.pumpwatch.duty.DoorEvent.EntryAnnounced;
import io.pumpwatch.duty.DoorEvent.EntryExplained;
import io.pumpwatch.duty.DoorEvent.EscortChanged;
import io.pumpwatch.duty.DoorEvent.OutsiderInside;
import io.pumpwatch.duty.DoorEvent.VisitorApproved;
import io.pumpwatch.duty.DoorEvent.VisitorEntered;
import io.pumpwatch.duty.DoorEvent.VisitorLeft;
import io.pumpwatch.duty.DoorEvent.VisitorRevoked;
import io.pumpwatch.duty.DoorState.Announced;
import io.pumpwatch.duty.DoorState.Approved;
import io.pumpwatch.duty.DoorState.Visit;
import io.pumpwatch.duty.DutyPlan.Door;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pump house's door while pumps run, and who is inside (D5). Pure. */
final class Doors {
    private static final int NAME_MAX = 64;
    private static final int LIST_MAX = 500;
    private static final int INSIDE_MAX = 100;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private Doors() {}

    static DutyDecision decide(DutyPlan plan, DutyState state, DoorCommand command, String by, Now now) {
        DoorState door = state.premises().door();
        if (command instanceof AnnounceEntry e) {
            return announce(plan, e, by);
        }
        if (command instanceof ExplainEntry e) {
            Refusal wrong = door.forced() == null ? Refusal.of("door.explained") : Sayings.wrong("text", e.words());
            return wrong != null ? DutyDecision.because(wrong) : DutyDecision.of(new EntryExplained(e.words(), by));
        }
        if (command instanceof ApproveVisitor e) {
            return approve(door, e, by);
        }
        if (command instanceof RevokeVisitor e) {
            return door.approved().containsKey(e.name())
                    ? DutyDecision.of(new VisitorRevoked(e.name(), by))
                    : DutyDecision.refuse("visitor.unlisted", "name", Sayings.cut(e.name()));
        }
        if (command instanceof AdmitVisitor e) {
            return admit(plan, state, e, by, now);
        }
        if (command instanceof ReportOutsider e) {
            Refusal wrong = wrongName(e.name());
            wrong = wrong != null ? wrong : Sayings.wrong("text", e.words());
            boolean twice = door.inside().values().stream()
                    .anyMatch(visit -> !visit.listed()
                            && visit.name().equals(e.name())
                            && visit.reason().equals(e.words()));
            if (wrong == null && twice) {
                return DutyDecision.NOTHING;
            }
            return wrong != null
                    ? DutyDecision.because(wrong)
                    : entered(door, new VisitorEntered(door.ever() + 1, e.name(), false, "", e.words(), by));
        }
        LetOut e = (LetOut) command;
        return door.inside().containsKey(e.visit())
                ? DutyDecision.of(new VisitorLeft(e.visit(), by))
                : DutyDecision.refuse("visitor.not-inside", "number", Long.toString(e.visit()));
    }

    private static @Nullable Refusal wrongName(String name) {
        return name.isBlank() || name.length() > NAME_MAX ? Refusal.of("visitor.name") : null;
    }

    private static DutyDecision announce(DutyPlan plan, AnnounceEntry command, String by) {
        Door door = plan.door();
        if (door == null) {
            return DutyDecision.refuse("door.none");
        }
        if (command.forMs() <= 0) {
            return DutyDecision.refuse("end.past");
        }
        if (command.forMs() > door.announceMs()) {
            return DutyDecision.refuse("door.long", "max", Long.toString(door.announceMs() / 60_000));
        }
        Refusal wrong = Sayings.wrong("reason", command.reason());
        return wrong != null
                ? DutyDecision.because(wrong)
                : DutyDecision.of(new EntryAnnounced(command.reason(), command.forMs(), by));
    }

    private static DutyDecision approve(DoorState door, ApproveVisitor command, String by) {
        Refusal wrong = wrongName(command.name());
        wrong = wrong != null ? wrong : Sayings.wrong("reason", command.reason());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        Approved already = new Approved(command.until(), command.reason(), by);
        if (already.equals(door.approved().get(command.name()))) {
            return DutyDecision.NOTHING;
        }
        if (door.approved().size() >= LIST_MAX) {
            return DutyDecision.refuse("visitor.many", "max", Integer.toString(LIST_MAX));
        }
        return DutyDecision.of(new VisitorApproved(command.name(), command.until(), command.reason(), by));
    }

    private static DutyDecision admit(DutyPlan plan, DutyState state, AdmitVisitor command, String by, Now now) {
        DoorState door = state.premises().door();
        Refusal wrong = wrongName(command.name());
        wrong = wrong != null ? wrong : Sayings.wrong("reason", command.reason());
        if (wrong != null) {
            return DutyDecision.because(wrong);
        }
        boolean escorts = state.onDuty().containsKey(command.escort())
                && !command.escort().equals(command.name());
        for (Map.Entry<Long, Visit> inside : door.inside().entrySet()) {
            Visit visit = inside.getValue();
            if (escorts && visit.listed() && visit.name().equals(command.name())) {
                // Whoever is inside stays escorted, even if the approval has ended meanwhile.
                return visit.escort().equals(command.escort())
                        ? DutyDecision.NOTHING
                        : DutyDecision.of(new EscortChanged(inside.getKey(), command.escort(), by));
            }
        }
        Approved approved = door.approved().get(command.name());
        if (approved == null && !belongs(state, command.name())) {
            return DutyDecision.refuse("visitor.unlisted", "name", command.name());
        }
        if (approved != null && now.trust() == ClockTrust.UNSET) {
            return DutyDecision.refuse("clock.untrusted");
        }
        if (approved != null && plan.timetable().date(now.utcMs()).isAfter(approved.until())) {
            return DutyDecision.refuse(
                    "visitor.expired",
                    "name",
                    command.name(),
                    "until",
                    approved.until().toString());
        }
        return escorts
                ? entered(
                        door,
                        new VisitorEntered(
                                door.ever() + 1, command.name(), true, command.escort(), command.reason(), by))
                : DutyDecision.refuse("visitor.escort", "person", Sayings.cut(command.escort()));
    }

    /** Why this person may not leave: visitors inside are theirs to escort. */
    static Optional<Refusal> mayLeave(DutyState state, String person) {
        String names = state.premises().door().inside().values().stream()
                .filter(visit -> visit.listed() && visit.escort().equals(person))
                .map(visit -> state.name(visit.name()))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("visitor.escorted", "person", state.name(person), "names", names));
    }

    /** Inspectors and fitters of the station are on the list by their office. */
    private static boolean belongs(DutyState state, String name) {
        Person person = state.person(name);
        return person != null && (person.is(Role.INSPECTOR) || person.isFitter());
    }

    private static DutyDecision entered(DoorState door, VisitorEntered event) {
        return door.inside().size() >= INSIDE_MAX
                ? DutyDecision.refuse("visitor.many", "max", Integer.toString(INSIDE_MAX))
                : DutyDecision.of(event);
    }

    static DoorState apply(DoorState state, Stamp at, DoorEvent event) {
        if (event instanceof EntryAnnounced e) {
            return state.with(new Announced(e.by(), e.reason(), at, e.forMs()));
        }
        if (event instanceof DoorForced) {
            return state.forced(at);
        }
        if (event instanceof EntryExplained) {
            return state.forced(null);
        }
        if (event instanceof VisitorApproved e) {
            return state.with(e.name(), new Approved(e.until(), e.reason(), e.by()));
        }
        if (event instanceof VisitorRevoked e) {
            return state.with(e.name(), (Approved) null);
        }
        if (event instanceof VisitorEntered e) {
            return state.with(e.visit(), new Visit(e.name(), e.listed(), e.escort(), e.reason(), at, e.by(), false));
        }
        if (event instanceof OutsiderInside e) {
            Visit visit = state.inside().get(e.visit());
            return visit == null ? state : state.with(e.visit(), visit.toldOf());
        }
        if (event instanceof EscortChanged e) {
            Visit visit = state.inside().get(e.visit());
            return visit == null ? state : state.with(e.visit(), visit.escortedBy(e.escort()));
        }
        return state.with(((VisitorLeft) event).visit(), (Visit) null);
    }

    /**
     * What was seen of the door before.
     *
     * @param shut whether it was shut by the last good sample: only then can it be opened
     * @param keyUptimeMs when a key or button was last used
     */
    record Memory(boolean shut, long keyUptimeMs) {
        static final Memory START = new Memory(false, NEVER);
    }

    static Memory watch(
            DutyPlan plan,
            DutyState state,
            Memory memory,
            DutyFacts facts,
            Now now,
            List<DutyEvent> events,
            Map<AlarmId, Check> checks) {
        Door door = plan.door();
        if (door == null) {
            return memory;
        }
        DoorState seen = state.premises().door();
        List<Tag> running = List.copyOf(facts.running());
        long keyUptimeMs = memory.keyUptimeMs();
        for (Tag key : door.keys()) {
            Reading reading = facts.readings().get(key);
            if (reading != null && reading.closed()) {
                keyUptimeMs = now.uptimeMs();
            }
        }
        Reading contact = facts.readings().get(door.contact());
        boolean shut = contact != null && contact.closed();
        boolean open = contact != null && contact.open();
        boolean byKey = now.uptimeMs() - keyUptimeMs <= door.keyMs();
        boolean forced = memory.shut() && open && !running.isEmpty() && !byKey && !announced(seen, facts, now);
        if (forced && seen.forced() == null) {
            events.add(new DoorForced(door.contact(), running));
        }
        checks.put(door.contact().alarm(DutyPlan.ENTRY), Check.of(forced || seen.forced() != null));
        checks.put(door.contact().alarm(DutyPlan.OUTSIDER), Check.of(outsiders(plan, state, running, events)));
        return new Memory(shut || (memory.shut() && !open), keyUptimeMs);
    }

    private static boolean announced(DoorState state, DutyFacts facts, Now now) {
        Announced announced = state.announced();
        if (announced == null) {
            return false;
        }
        long elapsedMs = announced.at().elapsedMs(facts.boot(), now);
        return elapsedMs >= 0 && elapsedMs <= announced.forMs();
    }

    /** Whether somebody is inside who may not be: on no list, or without the escort, who had to leave. */
    static boolean alone(DutyState state, Visit visit) {
        return !visit.listed() || !state.onDuty().containsKey(visit.escort());
    }

    private static boolean outsiders(DutyPlan plan, DutyState state, List<Tag> running, List<DutyEvent> events) {
        boolean any = false;
        if (running.isEmpty()) {
            return false;
        }
        for (Map.Entry<Long, Visit> inside : state.premises().door().inside().entrySet()) {
            Visit visit = inside.getValue();
            if (!alone(state, visit)) {
                continue;
            }
            any = true;
            boolean first = events.stream().noneMatch(OutsiderInside.class::isInstance);
            if (!visit.told() && first) {
                // One at a time: the number of a violation comes from the state.
                String words = state.name(visit.name()) + ": "
                        + String.join(", ", running.stream().map(Tag::name).toList());
                events.add(new OutsiderInside(inside.getKey(), running));
                events.add(Remarks.violation(plan, state, null, "D5", words, null));
            }
        }
        return any;
    }
}

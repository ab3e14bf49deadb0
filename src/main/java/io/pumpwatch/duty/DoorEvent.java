package io.pumpwatch.duty;

import io.pumpwatch.station.Tag;
import java.time.LocalDate;
import java.util.List;

/** What happens at the pump house's door. */
public sealed interface DoorEvent extends PremisesEvent {
    /** The door will be opened within that time. */
    record EntryAnnounced(String reason, long forMs, String by) implements DoorEvent {}

    /** Opened while these pumps run, and nobody knows by whom. */
    record DoorForced(Tag door, List<Tag> running) implements DoorEvent {}

    /** Who it was. */
    record EntryExplained(String words, String by) implements DoorEvent {}

    /** Somebody from outside may come in, escorted. */
    record VisitorApproved(String name, LocalDate until, String reason, String by) implements DoorEvent {}

    /** And may not any more. */
    record VisitorRevoked(String name, String by) implements DoorEvent {}

    /**
     * Somebody is inside; {@code visit} counts from 1.
     *
     * @param escort empty for an outsider
     */
    record VisitorEntered(long visit, String name, boolean listed, String escort, String reason, String by)
            implements DoorEvent {}

    /** Somebody else escorts a visitor who is inside. */
    record EscortChanged(long visit, String escort, String by) implements DoorEvent {}

    /** An outsider, or a visitor whose escort has left, is inside while these pumps run. */
    record OutsiderInside(long visit, List<Tag> running) implements DoorEvent {}

    /** Somebody went out. */
    record VisitorLeft(long visit, String by) implements DoorEvent {}
}

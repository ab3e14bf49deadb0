package io.pumpwatch.duty;

import java.time.LocalDate;

/** What is asked about the pump house's door and who goes in (D5). */
public sealed interface DoorCommand extends PremisesCommand {
    /** The door will be opened within that time. */
    record AnnounceEntry(String reason, long forMs) implements DoorCommand {}

    /** Who opened the door, said afterwards. */
    record ExplainEntry(String words) implements DoorCommand {}

    /**
     * Somebody from outside may come in, escorted.
     *
     * @param until last day
     * @param reason with who approved it, where that was dispatch
     */
    record ApproveVisitor(String name, LocalDate until, String reason) implements DoorCommand {}

    /** And may not any more. */
    record RevokeVisitor(String name) implements DoorCommand {}

    /**
     * A person on the list, or an inspector or fitter of the station, comes in with an escort; of somebody who is
     * inside already, another escort takes over.
     */
    record AdmitVisitor(String name, String escort, String reason) implements DoorCommand {}

    /** Somebody who is on no list was found inside. */
    record ReportOutsider(String name, String words) implements DoorCommand {}

    /** Somebody went out. */
    record LetOut(long visit) implements DoorCommand {}
}

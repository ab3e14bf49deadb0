package io.pumpwatch.duty;

/** Muster and door; a fold of {@link PremisesEvent}s. */
public record PremisesState(MusterState muster, DoorState door) {
    static final PremisesState EMPTY = new PremisesState(MusterState.EMPTY, DoorState.EMPTY);
}

package io.pumpwatch.rounds;

/** A defect from its finding to its closing. */
public sealed interface DefectEvent extends RoundsEvent {
    /** Somebody found something wrong; {@code defect} counts from 1. */
    record DefectFound(long defect, String equipment, String words, String by) implements DefectEvent {}
}

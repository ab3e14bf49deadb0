package io.pumpwatch.duty;

/** What is asked about the muster in flood season (D7). */
public sealed interface MusterCommand extends PremisesCommand {
    /** Everybody to their post, by the chief's word. */
    record CallMuster(String reason) implements MusterCommand {}

    /** Somebody has come: own PIN. */
    record ArriveAtMuster() implements MusterCommand {}

    /** Somebody needn't come. */
    record ExcuseFromMuster(String person, String reason) implements MusterCommand {}

    /** Everybody may go. */
    record EndMuster(String words) implements MusterCommand {}
}

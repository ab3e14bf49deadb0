package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every channel reads right now, for commissioning: answer of {@code GET /api/v1/field}.
 *
 * @param inputFault buses, chips and lines that don't answer; empty while all do
 * @param outputFault outputs that don't follow; empty while all do
 */
public record FieldPage(
        String zone, String now, String inputFault, String outputFault, List<Input> inputs, List<Output> outputs) {

    /**
     * An instrument or contact.
     *
     * @param channel as the station file names it
     * @param signal loop, scaled or contact
     * @param counts as the converter or register gave them; null where there are none
     * @param measured in {@code measuredUnit}: mA of a current loop; 1 closed and 0 open of a contact; null while
     *     nothing is read
     * @param value what conditioning made of it, in {@code unit}; null while the quality is bad,
     *     as before the first sample
     * @param quality good, uncertain or bad
     * @param cause why it has that quality, as a code
     * @param causeText the same in words
     * @param ageMs since the sample was read; null before the first
     * @param fault why nothing is read, as the bus says it; empty while it is
     */
    public record Input(
            String tag,
            String what,
            String channel,
            String signal,
            @Nullable Long counts,
            @Nullable Double measured,
            String measuredUnit,
            @Nullable Double value,
            String unit,
            String quality,
            String cause,
            String causeText,
            @Nullable Long ageMs,
            String fault) {}

    /**
     * A relay.
     *
     * @param use permit, trip, horn, heartbeat or none
     * @param pump whose circuit it is in; null for none
     * @param asked what the last scan asked of it: energised or not; null where it is never driven
     * @param readBack what its pin says; null where that can't be read
     * @param check the function check that holds it; null while none does
     */
    public record Output(
            String tag,
            String channel,
            String use,
            @Nullable String pump,
            @Nullable Boolean asked,
            @Nullable Boolean readBack,
            String fault,
            @Nullable Check check) {}

    /** A function check: who holds the output, why and until when. */
    public record Check(boolean energised, String by, String byName, String reason, String until) {}
}

package io.pumpwatch.api;

import org.jspecify.annotations.Nullable;

/**
 * Problem details after RFC 9457: why something wasn't done.
 *
 * @param type {@code urn:pumpwatch:problem:} and the code
 * @param title the meaning of the status
 * @param status of the answer
 * @param detail what is wrong and what to do, in the caller's language
 * @param code stable word for programs
 * @param field of the body that it is about, if any
 * @param nearest known name nearest to an unknown one, if any
 * @param done always false
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        @Nullable String nearest,
        boolean done) {

    /** Content type of these details. */
    public static final String TYPE = "application/problem+json";
}

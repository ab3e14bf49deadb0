package io.pumpwatch.dispatch.payload;

/**
 * A message from the network that isn't what it has to be. The text names the payload, the field and what is allowed.
 */
public final class PayloadException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong: {@code message} names payload, field and what is allowed, and is shown to people. */
    public PayloadException(String message) {
        super(message);
    }
}

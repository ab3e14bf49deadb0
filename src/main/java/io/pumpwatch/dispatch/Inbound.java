package io.pumpwatch.dispatch;

/** What a transport reports. {@code session} tells reports of an abandoned connection from those of the present one. */
public sealed interface Inbound {
    /** Number that was given to {@link Transport#connect}. */
    long session();

    /** Connected. */
    record Up(long session) implements Inbound {}

    /** Connecting failed; the transport has let go of it. */
    record Refused(long session, LinkFault fault) implements Inbound {}

    /** A connection that was up is gone. */
    record Lost(long session, LinkFault fault) implements Inbound {}

    /** The broker has acknowledged this publication; comes at once for QoS 0. */
    record Acked(long session, long token) implements Inbound {}

    /** The broker said no to a subscription. */
    record Denied(long session, String filter) implements Inbound {}

    /**
     * A message came.
     *
     * @param retained whether the broker had it in store
     */
    // Bytes as they go over the wire; these records are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Message(long session, String topic, byte[] payload, boolean retained) implements Inbound {}
}

package io.pumpwatch.field.modbus;

/** A server that didn't give what it was asked for; the message is short and names no class. */
final class ModbusFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** How far the fault reaches. */
    enum Reach {
        /** The server answered that it won't: these registers only. */
        REGISTERS,
        /** No answer in time: perhaps only this unit is away. */
        UNIT,
        /** The connection is gone. */
        CONNECTION
    }

    private final Reach reach;

    ModbusFault(Reach reach, String words) {
        super(words, null, false, false);
        this.reach = reach;
    }

    Reach reach() {
        return reach;
    }

    /** Why, in a few words. */
    String words() {
        return String.valueOf(getMessage());
    }
}

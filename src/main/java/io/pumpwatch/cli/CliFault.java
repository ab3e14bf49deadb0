package io.pumpwatch.cli;

/** Ends a command with a message for a person and an exit code. */
final class CliFault extends Exception {
    private static final long serialVersionUID = 1;

    final int exit;

    /** @param message in the person's language */
    CliFault(int exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }
}

package io.pumpwatch.cli;

/** Exit codes of the program. */
final class Exit {
    static final int DONE = 0;
    /** The station refused, or something failed. */
    static final int REFUSED = 1;
    /** Nothing was asked, or something that there isn't. */
    static final int USAGE = 2;
    /** No agent answers. */
    static final int UNREACHABLE = 3;
    /** Wrong PIN, or not this person's to do. */
    static final int NOT_ALLOWED = 4;

    private Exit() {}

    /** The exit code that an answer of the API means. */
    static int of(int status) {
        return switch (status) {
            case 200 -> DONE;
            case 401, 403, 429 -> NOT_ALLOWED;
            case 400, 404, 405, 411, 413, 415, 421 -> USAGE;
            default -> REFUSED;
        };
    }
}

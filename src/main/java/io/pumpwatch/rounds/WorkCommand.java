package io.pumpwatch.rounds;

/** What is asked about work items. */
public sealed interface WorkCommand extends RoundsCommand {
    /** It was handled; {@code words} say how. */
    record HandleWork(long item, String words) implements WorkCommand {}
}

package io.pumpwatch.rounds;

/** What a person says of an item. */
public enum Verdict {
    NORMAL,
    /** With words; becomes a defect. */
    ABNORMAL,
    NOT_APPLICABLE,
    /** Left out, with a reason. */
    SKIPPED
}

package io.pumpwatch.dispatch;

/** Topic families of a station; a broker's access rules can deny each silently, so each needs its own proof. */
public enum Family {
    STATUS,
    ALARM,
    EVENT,
    READING,
    /** Answers to commands; their proof is the asker's business. */
    REPLY
}

package io.pumpwatch.station;

/**
 * What conditioning made of the samples of one instrument or contact.
 *
 * @param tag instrument or contact
 * @param value engineering units, or 1 closed / 0 open; after filters. While {@code quality} is BAD the last value that
 *     was used, for people only, or NaN if there was none
 * @param raw the newest sample in engineering units before filters, NaN while the current isn't one that a transmitter
 *     at work sends: a trip judges it whatever the quality, a swing only where the reading is used
 * @param quality how far it can be believed
 * @param cause why
 * @param use what decisions may do with it
 * @param sampleNumber the sample it came from; 0 before the first
 * @param sampleUptimeMs when that was read
 */
public record Reading(
        Tag tag,
        double value,
        double raw,
        Quality quality,
        QualityCause cause,
        Use use,
        long sampleNumber,
        long sampleUptimeMs) {

    /** What decisions may do with a reading. */
    public enum Use {
        /** A good sample in the sense of the standards page: good, or uncertain with its value used. */
        USED,
        /** At least this much: may raise high limits and trips, never clears them. */
        AT_LEAST,
        /** Not used: decisions hold. */
        HELD
    }

    /** Before the first sample. */
    public static Reading initial(Tag tag) {
        return new Reading(
                tag, Double.NaN, Double.NaN, Quality.BAD, QualityCause.WAITING_FOR_INITIAL_DATA, Use.HELD, 0, 0);
    }

    /** Whether this is a "good sample": good, or uncertain with its value used. */
    public boolean used() {
        return use == Use.USED;
    }

    /** Whether the instrument has failed: its own alarm is due. */
    public boolean bad() {
        return quality == Quality.BAD;
    }

    /** For a contact: closed, by a good sample. */
    public boolean closed() {
        return used() && raw >= 0.5;
    }

    /** For a contact: open, by a good sample. */
    public boolean open() {
        return used() && raw < 0.5;
    }

    /** Category after NAMUR NE 107. */
    public Ne107 category() {
        return cause.category();
    }
}

package io.pumpwatch.field.pi4j;

/**
 * Believes a change once it has lasted. Polled; between two polls a contact may bounce unseen, which does no harm.
 *
 * @param stable what is believed
 * @param candidate what was seen last
 * @param sinceMs uptime since when it has been seen
 */
record Debounce(boolean stable, boolean candidate, long sinceMs) {
    /** The first look is believed: there is nothing to compare it with. */
    static Debounce first(boolean seen, long uptimeMs) {
        return new Debounce(seen, seen, uptimeMs);
    }

    Debounce seen(boolean now, long uptimeMs, long debounceMs) {
        if (now != candidate) {
            return new Debounce(debounceMs == 0 ? now : stable, now, uptimeMs);
        }
        boolean lasted = uptimeMs - sinceMs >= debounceMs;
        return lasted && now != stable ? new Debounce(now, now, sinceMs) : this;
    }
}

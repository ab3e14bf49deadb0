package io.pumpwatch.field;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class NearestName {
    private NearestName() {}

    /** The known name with the fewest edits to the given one, if fewer than half of its letters differ. */
    public static Optional<String> of(String given, Collection<String> known) {
        String best = null;
        int bestEdits = Integer.MAX_VALUE;
        for (String name : known) {
            int edits = edits(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < bestEdits) {
                best = name;
                bestEdits = edits;
            }
        }
        return best != null && bestEdits * 2 <= Math.max(given.length(), best.length())
                ? Optional.of(best)
                : Optional.empty();
    }

    /** Letters to insert, drop or change to turn one text into the other. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[to.length()];
    }
}

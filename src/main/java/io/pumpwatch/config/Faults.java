package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file. */
final class Faults {
    /** More than this many help nobody; a file of noise has thousands. */
    static final int MAX = 200;

    private final String file;
    private final List<Fault> all = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** Notes one; {@code args} fill the places of the kind's words. */
    void add(Spot spot, String subject, FaultKind kind, Object... args) {
        if (all.size() < MAX) {
            Text what = new Text(
                    fill(kind.what().en(), args, true), fill(kind.what().zh(), args, false));
            Text allowed = new Text(
                    fill(kind.allowed().en(), args, true), fill(kind.allowed().zh(), args, false));
            all.add(new Fault(file, spot.line(), spot.column(), subject, kind, what, allowed));
        }
    }

    /** {@code {0}} and so on; an argument that is a {@link Text} has its own words in each language. */
    private static String fill(String pattern, Object[] args, boolean english) {
        String filled = pattern;
        for (int i = 0; i < args.length; i++) {
            String arg = args[i] instanceof Text text ? (english ? text.en() : text.zh()) : String.valueOf(args[i]);
            filled = filled.replace("{" + i + "}", arg);
        }
        return filled;
    }

    /** In the order of the file. */
    List<Fault> sorted() {
        List<Fault> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        return List.copyOf(sorted);
    }

    /** Whether the file can't be used. */
    boolean fatal() {
        return all.stream().anyMatch(fault -> !fault.warning());
    }
}

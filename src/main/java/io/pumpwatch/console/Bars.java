package io.pumpwatch.console;

import io.pumpwatch.api.Status;
import java.util.List;

/** A value between the ends of its instrument with its limits, and its last minutes. Pure. */
final class Bars {
    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final String PLAIN_STEPS = "_.-=+*#@";

    private Bars() {}

    /**
     * A bar of so many columns: filled up to the value, {@code |} where a limit stands. Without a value it is empty.
     *
     * @param blocks whether the terminal draws block characters
     */
    static String bar(Status.Instrument instrument, int columns, boolean blocks) {
        Double low = instrument.spanLow();
        Double high = instrument.spanHigh();
        if (low == null || high == null || columns < 4) {
            return "";
        }
        StringBuilder bar = new StringBuilder();
        Double value = instrument.value();
        boolean bad = instrument.quality().equals("bad");
        int filled = value == null || bad ? 0 : place(value, low, high, columns);
        for (int i = 0; i < columns; i++) {
            bar.append(i < filled ? (blocks ? '█' : '#') : (blocks ? '·' : '.'));
        }
        for (Status.Limit limit : instrument.limits()) {
            bar.setCharAt(Math.min(columns - 1, place(limit.setpoint(), low, high, columns)), '|');
        }
        return bar.toString();
    }

    private static int place(double value, double low, double high, int columns) {
        double part = (value - low) / (high - low);
        return (int) Math.round(Math.max(0, Math.min(1, part)) * columns);
    }

    /** The last values, each a step between the smallest and the largest; a blank where there was none. */
    static String spark(List<Double> values, int columns, boolean blocks) {
        List<Double> last = values.subList(Math.max(0, values.size() - columns), values.size());
        double low =
                last.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
        double high =
                last.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(0);
        String steps = blocks ? STEPS : PLAIN_STEPS;
        StringBuilder spark = new StringBuilder(" ".repeat(Math.max(0, columns - last.size())));
        for (double value : last) {
            if (Double.isNaN(value)) {
                spark.append(' ');
            } else {
                // A value that stands still is a line in the middle, not a full or an empty one.
                double part = high - low < 1e-9 ? 0.4 : (value - low) / (high - low);
                spark.append(steps.charAt((int) Math.min(steps.length() - 1, part * steps.length())));
            }
        }
        return spark.toString();
    }
}

package io.pumpwatch.field.plant;

import io.pumpwatch.field.InputFault;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Reads a script of acts: one a line, {@code 12 s  start P-101}; {@code #} begins a comment. All faults are found at
 * once.
 */
public final class PlantScript {
    private static final int LINES_MAX = 100_000;
    private static final double DAYS_MAX_MS = 400.0 * 86_400_000;

    private PlantScript() {}

    /**
     * The acts in the order of the lines.
     *
     * @param source the file's name for messages
     * @throws InputRefused with every line that can't be read or that names something that the plant doesn't have
     */
    public static List<TimedAct> parse(String source, String text, PlantSettings settings) throws InputRefused {
        List<TimedAct> acts = new ArrayList<>();
        List<InputFault> faults = new ArrayList<>();
        ActWords words = new ActWords(settings);
        int number = 0;
        for (String line : text.lines().limit(LINES_MAX + 1L).toList()) {
            number++;
            String plain = line.replace("\uFEFF", "").replaceFirst("#.*", "").strip();
            if (plain.isEmpty()) {
                continue;
            }
            try {
                acts.add(line(plain, words));
            } catch (NotUnderstood notUnderstood) {
                faults.add(new InputFault(source, number, notUnderstood.words));
            }
        }
        if (number > LINES_MAX) {
            faults.add(new InputFault(
                    source, number, new Text("more than " + LINES_MAX + " lines", "超过 " + LINES_MAX + " 行")));
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return acts;
    }

    /** The same acts as a script. */
    public static String write(List<TimedAct> acts) {
        return acts.stream().map(act -> act.line() + "\n").collect(Collectors.joining());
    }

    /** Why a line isn't an act. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised: caught in this class
        private final Text words;

        NotUnderstood(String en, String zh) {
            super(en, null, false, false);
            words = new Text(en, zh);
        }
    }

    private static TimedAct line(String plain, ActWords words) throws NotUnderstood {
        List<String> parts = List.of(plain.split("\\s+"));
        OptionalLong atMs = parts.size() < 3 ? OptionalLong.empty() : timeMs(parts.get(0), parts.get(1));
        if (atMs.isEmpty()) {
            throw new NotUnderstood(
                    "a line is a time (ms, s, min or h) and an act, such as: 12 s  start P-101",
                    "每行为时间(ms、s、min 或 h)加动作,例如:12 s  start P-101");
        }
        return new TimedAct(atMs.getAsLong(), words.act(parts.subList(2, parts.size())));
    }

    private static OptionalLong timeMs(String number, String unit) {
        double factor = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> Double.NaN;
        };
        double ms = ActWords.number(number) * factor;
        return ms >= 0 && ms <= DAYS_MAX_MS ? OptionalLong.of(Math.round(ms)) : OptionalLong.empty();
    }
}

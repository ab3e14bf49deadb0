package io.pumpwatch.stories;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.HornPattern;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import io.pumpwatch.stories.Story.Fault;
import io.pumpwatch.stories.Story.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds a row's expectations against the station. */
final class StoryChecks {
    private final StoryStation station;
    private final Row row;
    private final int seen;
    private final List<String> refused;

    /**
     * A check of one row.
     *
     * @param seen entries that earlier rows have looked at
     * @param refused codes of the commands refused since
     */
    StoryChecks(StoryStation station, Row row, int seen, List<String> refused) {
        this.station = station;
        this.row = row;
        this.seen = seen;
        this.refused = refused;
    }

    void run(Story story) {
        String wanted = row.cells().getOrDefault("refused", "");
        expect(story, "refused", wanted, String.join(" ", refused));
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            String column = cell.getKey();
            switch (column) {
                case "command", "refused", "note" -> {}
                case "horn" -> expect(story, column, cell.getValue(), horn());
                case "events" -> events(story, cell.getValue());
                default -> other(story, column, cell.getValue());
            }
        }
    }

    private void other(Story story, String column, String wanted) {
        if (column.startsWith("quality ")) {
            Reading reading = station.last().live().conditioned().of(new Tag(column.substring("quality ".length())));
            String quality = reading.quality().name().toLowerCase(Locale.ROOT);
            expect(story, column, wanted, wanted.contains("/") ? quality + "/" + reading.cause() : quality);
        } else if (column.startsWith("words ") || column.startsWith("priority ")) {
            plan(story, column, wanted);
        } else if (column.equals("annunciated")) {
            List<AlarmId> points = station.state().alarms().annunciated();
            expect(story, column, wanted, points.isEmpty() ? "-" : String.join(" ", names(points)));
        } else if (AlarmId.isAlarmId(column)) {
            alarm(story, AlarmId.parse(column), wanted);
        } else if (station.plan().outputs().stream()
                .anyMatch(output -> output.tag().name().equals(column))) {
            expect(story, column, wanted, output(new Tag(column)));
        } else if (!Tag.isTag(column) || station.plan().instrument(new Tag(column)) == null) {
            throw new Fault(story.file(), row.line(), "no column may be called '" + column + "' on this station");
        }
    }

    /** What the station file says of a point: its priority, or pieces of its words in either language. */
    private void plan(Story story, String column, String wanted) {
        AlarmPlan point = station.plan().alarms().point(AlarmId.parse(column.split(" ", 2)[1]));
        if (point == null) {
            throw new Fault(story.file(), row.line(), "no alarm point for '" + column + "'");
        }
        if (column.startsWith("priority ")) {
            expect(story, column, wanted, point.priority().name());
            return;
        }
        String words = point.words().toString();
        for (String piece : wanted.split("; *", -1)) {
            if (!words.contains(piece)) {
                throw new Fault(story.file(), row.line(), column + " lack '" + piece + "': " + words);
            }
        }
    }

    private static List<String> names(List<AlarmId> points) {
        return points.stream().map(AlarmId::toString).toList();
    }

    private void alarm(Story story, AlarmId id, String wanted) {
        boolean known =
                station.plan().alarms().point(id) != null || id.condition().endsWith("-DRILL");
        boolean gone = wanted.equals("gone");
        if (gone == known && !id.condition().endsWith("-DRILL")) {
            throw new Fault(story.file(), row.line(), gone ? id + " is there" : "no alarm point " + id);
        }
        if (gone) {
            return;
        }
        AlarmState state = station.state().alarms().of(id, Stamp.of(station.boot(), station.now()));
        Set<String> marks = new TreeSet<>(Arrays.asList(wanted.split("\\+", -1)));
        StringBuilder is = new StringBuilder(word(state.life()));
        is.append(state.shelf() == null ? "" : "+shelved");
        is.append(state.suppressed() == null ? "" : "+suppressed");
        is.append(state.service() == null ? "" : "+out");
        is.append(marks.contains("first") && state.firstOut() ? "+first" : "");
        is.append(marks.contains("later") && !state.firstOut() ? "+later" : "");
        expect(story, id.toString(), wanted, is.toString());
    }

    private static String word(Life life) {
        return switch (life) {
            case NORMAL -> "normal";
            case UNACKED -> "unacked";
            case ACKED -> "acked";
            case RTN_UNACKED -> "rtn";
            case LATCHED_UNACKED -> "latched-unacked";
            case LATCHED_ACKED -> "latched-acked";
        };
    }

    private String horn() {
        HornPattern pattern = station.last().live().horn();
        return switch (pattern) {
            case SILENT -> "off";
            case ALARM -> "on";
            default -> pattern.name().toLowerCase(Locale.ROOT);
        };
    }

    private String output(Tag tag) {
        return station.last().outputs().stream()
                .filter(output -> output.tag().equals(tag))
                .map(Output::energised)
                .map(on -> on ? "on" : "off")
                .findFirst()
                .orElse("not driven");
    }

    /** Each word is KIND, KIND~TEXT for a body that holds this text, or !KIND for one that mustn't be there. */
    private void events(Story story, String wanted) {
        List<EntryLine> since =
                station.journal().subList(seen, station.journal().size());
        for (String word : wanted.split(" +", -1)) {
            boolean none = word.startsWith("!");
            String[] parts = word.substring(none ? 1 : 0).split("~", 2);
            boolean found = since.stream()
                    .anyMatch(entry -> entry.kind().equals(parts[0])
                            && (parts.length == 1 || entry.body().contains(parts[1])));
            if (found == none) {
                throw new Fault(
                        story.file(),
                        row.line(),
                        (none ? "not expected: " : "expected: ") + word + ", kept since the row before: "
                                + since.stream()
                                        .map(entry -> entry.kind() + entry.body())
                                        .toList());
            }
        }
    }

    private void expect(Story story, String column, String wanted, String is) {
        if (!wanted.equals(is)) {
            throw new Fault(
                    story.file(),
                    row.line(),
                    column + " is '" + is + "', the story says '" + wanted + "'; annunciated: "
                            + station.state().alarms().annunciated());
        }
    }
}

package io.pumpwatch.field.replay;

import io.pumpwatch.field.InputFault;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the mapped columns are in a row.
 *
 * @param width number of columns
 * @param timeAt index of the time column
 * @param at index of each mapped column, in the mapping's order
 */
record RecordingHeader(int width, int timeAt, List<Integer> at) {
    private static final int NAMES_SHOWN_MAX = 20;

    /** @throws InputRefused with every column that is missing or there twice */
    static RecordingHeader of(List<String> names, ReplayMapping mapping, RecordingLog log, long line)
            throws InputRefused {
        List<InputFault> faults = new ArrayList<>();
        List<String> plain = names.stream().map(String::strip).toList();
        int timeAt = find(plain, mapping.timeColumn(), log, line, faults);
        List<Integer> at = new ArrayList<>();
        for (ReplayColumn column : mapping.columns()) {
            at.add(find(plain, column.column(), log, line, faults));
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new RecordingHeader(names.size(), timeAt, List.copyOf(at));
    }

    private static int find(List<String> names, String wanted, RecordingLog log, long line, List<InputFault> faults) {
        int at = names.indexOf(wanted);
        if (at < 0) {
            faults.add(log.at(line, missing(names, wanted)));
        } else if (names.lastIndexOf(wanted) != at) {
            faults.add(
                    log.at(line, new Text("column " + wanted + " is there more than once", "列 " + wanted + " 出现多次")));
        }
        return at;
    }

    private static Text missing(List<String> names, String wanted) {
        String there = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN_MAX)));
        String shown = there.length() > 300 ? there.substring(0, 300) + "…" : there;
        String near = Objects.requireNonNullElse(Nearest.of(wanted, names), "");
        return new Text(
                "no column " + wanted + (near.isEmpty() ? "" : " (did you mean " + near + "?)") + "; columns are: "
                        + shown,
                "缺少列 " + wanted + (near.isEmpty() ? "" : "(是否为 " + near + "?)") + ";现有列:" + shown);
    }
}

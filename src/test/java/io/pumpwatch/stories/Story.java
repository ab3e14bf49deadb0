package io.pumpwatch.stories;

import java.util.List;
import java.util.Map;

/**
 * One story of a scenario file.
 *
 * @param rules ids that it shows, such as P1 or swing
 * @param station path of the station file
 * @param edits changes of that file, in order
 * @param inputs what unnamed instruments read from the start
 */
record Story(
        String file,
        String title,
        List<String> rules,
        String station,
        List<String> edits,
        Map<String, String> inputs,
        List<String> columns,
        List<Row> rows) {

    /** One row; cells by column, blank ones left out. */
    record Row(int line, long atMs, Map<String, String> cells) {}

    /** Something that the story says wrongly, or that the station does otherwise; names file and line. */
    static final class Fault extends AssertionError {
        private static final long serialVersionUID = 1;

        Fault(String file, int line, String what) {
            super(file + ":" + line + ": " + what);
        }
    }
}

package io.pumpwatch.field.replay;

import io.pumpwatch.field.InputFault;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;

/** Counts what came of a recording and keeps its first faults. */
final class RecordingLog {
    private static final int FAULTS_MAX = 100;

    private final String source;
    private final List<InputFault> faults = new ArrayList<>();
    private long faultsOmitted;
    private long rows;
    private long refusedRows;
    private long badCells;
    private long missingCells;

    RecordingLog(String source) {
        this.source = source;
    }

    void used() {
        rows++;
    }

    void missing() {
        missingCells++;
    }

    void badCell(long line, Text words) {
        badCells++;
        fault(line, words);
    }

    void refusedRow(long line, Text words) {
        refusedRows++;
        fault(line, words);
    }

    private void fault(long line, Text words) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new InputFault(source, line, words));
        } else {
            faultsOmitted++;
        }
    }

    InputFault whole(String en, String zh) {
        return new InputFault(source, 0, new Text(en, zh));
    }

    InputFault at(long line, Text words) {
        return new InputFault(source, line, words);
    }

    List<InputFault> faults() {
        return faults;
    }

    long rows() {
        return rows;
    }

    ReplayReport report() {
        return new ReplayReport(rows, refusedRows, badCells, missingCells, faults, faultsOmitted);
    }
}

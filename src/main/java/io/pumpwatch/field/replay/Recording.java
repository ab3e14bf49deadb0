package io.pumpwatch.field.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.pumpwatch.field.InputFault;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording row by row. A file without the columns or without any row is refused; a row or cell that can't be
 * used is counted and told with its line, and the rest goes on. A quoted cell may not hold a line end, so that a stray
 * quote costs one row.
 */
final class Recording implements Closeable {
    private static final char UNDECODABLE = '\uFFFD';
    private static final int CELL_SHOWN_MAX = 30;

    private final ReplayMapping mapping;
    private final BoundedLines lines;
    private final CsvReader.CsvReaderBuilder cells;
    private final RecordingLog log;
    private final RowTime rowTime;
    private final RecordingHeader header;
    private long lastUtcMs = Long.MIN_VALUE;
    private boolean ended;

    /**
     * A row that can be used.
     *
     * @param values those that were read; NaN where the cell isn't a number
     */
    record Row(long utcMs, List<Value> values) {}

    /** A cell, scaled. */
    record Value(Tag tag, double value) {}

    Recording(Path file, ReplayMapping mapping) throws InputRefused {
        this.mapping = mapping;
        Path name = file.getFileName();
        log = new RecordingLog(name == null ? file.toString() : name.toString());
        rowTime = new RowTime(mapping.timeFormat(), mapping.zone());
        cells = CsvReader.builder()
                .fieldSeparator(mapping.separator())
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        lines = new BoundedLines(open(file));
        try {
            header = readHeader();
        } catch (InputRefused refused) {
            close();
            throw refused;
        }
    }

    private Reader open(Path file) throws InputRefused {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw refused(log.whole(
                    "no such file, or it can't be read; looked at " + file.toAbsolutePath(),
                    "文件不存在或无法读取:" + file.toAbsolutePath()));
        }
        try {
            return new BufferedReader(new InputStreamReader(
                    Files.newInputStream(file),
                    mapping.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        } catch (IOException unreadable) {
            throw refused(log.whole("can't be read: " + unreadable.getMessage(), "无法读取:" + unreadable.getMessage()));
        }
    }

    private static InputRefused refused(InputFault fault) {
        return new InputRefused(List.of(fault));
    }

    private RecordingHeader readHeader() throws InputRefused {
        String line = nextLine();
        while (line != null && plain(line).isBlank()) {
            line = nextLine();
        }
        if (line == null) {
            throw refused(log.whole("is empty", "文件为空"));
        }
        if (line.indexOf(UNDECODABLE) >= 0 || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw refused(log.at(
                    lines.number(),
                    new Text(
                            "isn't text in " + mapping.charset() + "; save it so, or name its charset in the mapping",
                            "不是 " + mapping.charset() + " 编码的文本;请另存,或在映射中写明编码")));
        }
        List<String> names = lines.cut() ? null : split(plain(line));
        if (names == null) {
            throw refused(log.at(
                    lines.number(), new Text("isn't a header row: too long, or a quote doesn't end", "不是表头:过长或引号未闭合")));
        }
        return RecordingHeader.of(names, mapping, log, lines.number());
    }

    private static String plain(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private @Nullable String nextLine() {
        if (ended) {
            return null;
        }
        try {
            String line = lines.next();
            ended = line == null;
            return line;
        } catch (IOException broken) {
            ended = true;
            log.refusedRow(
                    lines.number() + 1,
                    new Text("can't be read further: " + broken.getMessage(), "无法继续读取:" + broken.getMessage()));
            return null;
        }
    }

    /** The cells of a line, or null where a quote doesn't end. */
    private @Nullable List<String> split(String line) {
        try {
            return cells.ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException wrongQuotes) {
            return null;
        }
    }

    /** The next row that can be used, or null at the end. */
    @Nullable
    Row next() {
        for (String line = nextLine(); line != null; line = nextLine()) {
            if (line.isBlank()) {
                continue;
            }
            List<String> row = lines.cut() ? null : split(line);
            if (row == null || row.size() != header.width()) {
                refuse(
                        row == null
                                ? "the line is too long, or a quote doesn't end"
                                : row.size() + " columns where the header has " + header.width(),
                        row == null ? "行过长或引号未闭合" : "本行 " + row.size() + " 列,表头 " + header.width() + " 列");
                continue;
            }
            OptionalLong utcMs = time(row.get(header.timeAt()));
            if (utcMs.isPresent()) {
                lastUtcMs = utcMs.getAsLong();
                log.used();
                return new Row(lastUtcMs, values(row));
            }
        }
        return null;
    }

    private void refuse(String en, String zh) {
        log.refusedRow(lines.number(), new Text("row refused: " + en, "该行不予采用:" + zh));
    }

    private OptionalLong time(String cell) {
        OptionalLong utcMs = rowTime.utcMs(cell.strip(), lastUtcMs);
        if (utcMs.isEmpty()) {
            String form = mapping.timeFormat();
            refuse(
                    "column " + mapping.timeColumn() + ": " + shown(cell) + " isn't a time of the form " + form,
                    "列 " + mapping.timeColumn() + ":" + shown(cell) + " 不是 " + form + " 格式的时间");
            return utcMs;
        }
        if (lastUtcMs == Long.MIN_VALUE) {
            return utcMs;
        }
        long gapMs = utcMs.getAsLong() - lastUtcMs;
        if (gapMs < 0) {
            refuse(
                    "time " + shown(cell) + " goes back by " + -gapMs / 1000.0 + " s",
                    "时间 " + shown(cell) + " 倒退 " + -gapMs / 1000.0 + " 秒");
            return OptionalLong.empty();
        }
        if (gapMs > mapping.gapMsMax()) {
            refuse(
                    "time " + shown(cell) + " leaps by " + gapMs / 1000 + " s; at most " + mapping.gapMsMax() / 1000,
                    "时间 " + shown(cell) + " 跳跃 " + gapMs / 1000 + " 秒,上限 " + mapping.gapMsMax() / 1000 + " 秒");
            return OptionalLong.empty();
        }
        return utcMs;
    }

    private List<Value> values(List<String> row) {
        List<Value> values = new ArrayList<>(header.at().size());
        for (int i = 0; i < header.at().size(); i++) {
            ReplayColumn column = mapping.columns().get(i);
            String cell = row.get(header.at().get(i)).strip();
            if (cell.isEmpty() || missing(cell)) {
                log.missing();
                continue;
            }
            double number = CellNumber.parse(cell, mapping.decimal());
            if (!Double.isFinite(number)) {
                String unit = column.unit().isEmpty() ? "" : " (" + column.unit() + ")";
                log.badCell(
                        lines.number(),
                        new Text(
                                "column " + column.column() + ", " + column.tag() + ": " + shown(cell)
                                        + " isn't a number" + unit,
                                "列 " + column.column() + "," + column.tag() + ":" + shown(cell) + " 不是数字" + unit));
            }
            values.add(new Value(column.tag(), number * column.gain() + column.offset()));
        }
        return values;
    }

    private boolean missing(String cell) {
        return mapping.missing().contains(cell.toLowerCase(Locale.ROOT));
    }

    private static String shown(String cell) {
        String plain = cell.replaceAll("\\p{Cntrl}", "?").strip();
        return "\"" + (plain.length() > CELL_SHOWN_MAX ? plain.substring(0, CELL_SHOWN_MAX) + "…" : plain) + "\"";
    }

    RecordingLog log() {
        return log;
    }

    @Override
    public void close() {
        ended = true;
        try {
            lines.close();
        } catch (IOException readOnly) {
            // Nothing was written: there is nothing to lose, and nobody who could do anything about it.
            return;
        }
    }
}

package io.pumpwatch.config;

import io.pumpwatch.station.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a station file (TOML) into one typed result, or all its faults at once. */
public final class StationFile {
    /** A station of 200 points has some 100 KB; more than this isn't a station file. */
    public static final int BYTES_MAX = 1 << 20;

    private StationFile() {}

    /**
     * What came of a file.
     *
     * @param loaded null if a fault is more than a warning
     * @param faults and warnings, in the order of the file
     */
    public record Result(@Nullable Loaded loaded, List<Fault> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Reads that file; a file that can't be read is a fault too. */
    public static Result read(Path file) {
        Faults faults = new Faults(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than allowed, so that no size of file fills the memory.
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                faults.add(Spot.START, "", FaultKind.TOO_LARGE, Files.size(file), BYTES_MAX);
                return new Result(null, faults.sorted());
            }
            return parse(file.toString(), bytes);
        } catch (IOException unreadable) {
            faults.add(Spot.START, "", FaultKind.UNREADABLE_FILE, reason(file));
            return new Result(null, faults.sorted());
        }
    }

    private static Text reason(Path file) {
        if (Files.isDirectory(file)) {
            return new Text("it is a folder", "它是文件夹");
        }
        return Files.exists(file)
                ? new Text("no right to read it, or the disk fails", "没有读取权限, 或磁盘故障")
                : new Text("there is no such file", "文件不存在");
    }

    /** Reads these bytes; {@code fileName} is for the messages. */
    public static Result parse(String fileName, byte[] bytes) {
        return parse(fileName, bytes, null);
    }

    /**
     * Reads these bytes.
     *
     * @param fileName for the messages
     * @param copy what {@link ParsedCopy} kept of this file or of another one: of this one it saves parsing it again
     */
    public static Result parse(String fileName, byte[] bytes, byte @Nullable [] copy) {
        Faults faults = new Faults(fileName);
        Loaded loaded = parse(fileName, bytes, copy, faults);
        return new Result(faults.fatal() ? null : loaded, faults.sorted());
    }

    private static @Nullable Loaded parse(String fileName, byte[] bytes, byte @Nullable [] copy, Faults faults) {
        if (bytes.length > BYTES_MAX) {
            faults.add(Spot.START, "", FaultKind.TOO_LARGE, bytes.length, BYTES_MAX);
            return null;
        }
        String text = decode(bytes, faults);
        if (text == null) {
            return null;
        }
        String sha256 = sha256(bytes);
        Table table = copy == null ? null : ParsedCopy.read(copy, sha256);
        if (table == null) {
            table = parseToml(text, faults);
        }
        return table == null
                ? null
                : new StationReader(fileName, new Section(faults, table, Spot.START, "", "")).read(text, sha256);
    }

    /** The table that a text is; null, with the faults, where it is none. */
    static @Nullable Table parseToml(String text, Faults faults) {
        TomlParseResult toml;
        try {
            toml = Toml.parse(text);
        } catch (StackOverflowError deep) {
            // The parser descends once for each bracket; this is the only sign that it gives.
            faults.add(Spot.START, "", FaultKind.NESTED_TOO_DEEP);
            return null;
        }
        for (TomlParseError error : toml.errors()) {
            Spot spot = new Spot(error.position().line(), error.position().column());
            faults.add(spot, "", FaultKind.SYNTAX, SyntaxWords.of(error));
        }
        if (toml.hasErrors()) {
            return null;
        }
        if (toml.isEmpty()) {
            faults.add(Spot.START, "", FaultKind.EMPTY_FILE);
            return null;
        }
        return Table.of(toml);
    }

    /** The text, or null with a fault that names the first wrong byte. */
    private static @Nullable String decode(byte[] bytes, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - (text.lastIndexOf('\n') + 1) + 1;
            int at = in.position();
            faults.add(
                    new Spot((int) line, column),
                    "",
                    FaultKind.NOT_UTF8,
                    at + 1,
                    HexFormat.of().toHexDigits(bytes[at]));
            return null;
        }
        boolean mark = !text.isEmpty() && text.charAt(0) == '\uFEFF';
        return mark ? text.substring(1) : text;
    }

    /** SHA-256 of a file's bytes, as the journal names a station file: 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

package io.pumpwatch.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of accepted commands in a small file: one line {@code utcMs id} each. */
public final class FileIdStore implements IdStore {
    private static final Pattern LINE = Pattern.compile("(-?\\d{1,18}) ([A-Za-z0-9_-]{1,64})");

    private final Path path;
    private final SmallFile file;

    /** The file needn't exist; its folder must. */
    public FileIdStore(Path path) {
        this.path = path;
        this.file = new SmallFile(path);
    }

    /**
     * A line that can't be read is left out: at worst one command could be repeated, and none of them does harm then.
     */
    @Override
    public Map<String, Long> load() {
        Map<String, Long> ids = new LinkedHashMap<>();
        try {
            for (String text : file.read()) {
                Matcher line = LINE.matcher(text);
                if (line.matches()) {
                    ids.put(line.group(2), Long.parseLong(line.group(1)));
                }
            }
        } catch (IOException bad) {
            throw new UncheckedIOException("command ids in " + path + " can't be read", bad);
        }
        return ids;
    }

    @Override
    public void save(Map<String, Long> utcMsById) {
        List<String> lines = utcMsById.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .toList();
        try {
            file.write(lines);
        } catch (IOException bad) {
            throw new UncheckedIOException("command ids can't be kept in " + path, bad);
        }
    }
}

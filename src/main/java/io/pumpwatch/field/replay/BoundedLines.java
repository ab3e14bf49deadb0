package io.pumpwatch.field.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, but never keeps more of one than a bound: noise without line ends can't fill the memory. */
final class BoundedLines implements Closeable {
    private static final int CHARS_MAX = 65_536;

    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean cut;
    private boolean afterReturn;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, cut at 65,536 characters; null at the end of the file. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        cut = false;
        boolean any = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            any = true;
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                number++;
                return line.toString();
            }
            if (line.length() < CHARS_MAX) {
                line.append((char) c);
            } else {
                cut = true;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return line.toString();
    }

    /** Line number of the last line given, from 1. */
    long number() {
        return number;
    }

    /** Whether the last line was longer than the bound. */
    boolean cut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

package io.pumpwatch.view.records;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One entry of the journal with its body as plain data: reports read old entries too, whose records may have had other
 * fields.
 */
public record Line(long epoch, long seq, Stamp at, String kind, Map<String, Object> body) {

    /** The entry, parsed. */
    public static Line of(Entry entry) {
        return of(EntryLine.head(entry.line()));
    }

    /** The line, its body parsed. */
    public static Line of(EntryLine line) {
        try {
            Map<String, Object> body = JSON.std.mapFrom(line.body());
            return new Line(line.id().epoch(), line.id().seq(), line.stamp(), line.kind(), body);
        } catch (IOException broken) {
            throw new UncheckedIOException("entry " + line.id() + " has no JSON body", broken);
        }
    }

    /** As the journal has them. */
    static final Comparator<Line> ORDER = Comparator.comparingLong(Line::epoch).thenComparingLong(Line::seq);

    /** Wall time. */
    public long utcMs() {
        return at.utcMs();
    }

    /** Its place, such as 1/4711. */
    public String place() {
        return epoch + "/" + seq;
    }

    /** Whether it came before that one. */
    boolean before(Line other) {
        return ORDER.compare(this, other) < 0;
    }

    /** A text or number as text; empty where there is none. */
    public String text(String name) {
        Object value = body.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    /** A number; 0 where there is none. */
    public double number(String name) {
        return body.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A whole number; 0 where there is none. */
    public long whole(String name) {
        return body.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Whether it says true; false where it says nothing. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(body.get(name));
    }

    /** Texts of a list; none where there is no list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (body.get(name) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    /** Objects of a list; none where there is no list. */
    public List<Map<?, ?>> objects(String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (body.get(name) instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            });
        }
        return objects;
    }
}

package io.pumpwatch.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges entries one after the other, wherever they come from: chain, numbers, epochs, gaps. One thread. */
final class ChainCheck {
    private final Chain.Walk walk = new Chain.Walk(Chain.GENESIS);
    private final List<VerifyResult.Fault> faults = new ArrayList<>();
    private final Map<String, long[]> kinds = new HashMap<>();
    private final Map<String, EntryLine> snapshots = new LinkedHashMap<>();
    private EntryId first = EntryId.NONE;
    private EntryId last = EntryId.NONE;
    private boolean begun;
    private boolean lost;
    private long entries;
    private long gaps;
    private int epochs;
    private int holes;

    /** Begins behind an entry that isn't there any more; its hash is taken as it is. */
    void beginBehind(EntryId before, String hash) {
        last = before;
        walk.resume(hash);
        begun = true;
    }

    /** Begins with an entry whose predecessor's hash isn't known. */
    void beginAnywhere() {
        begun = false;
    }

    /** Behind a declared hole. */
    void hole(Hole hole) {
        holes++;
        last = hole.to();
        walk.resume(hole.hash());
    }

    /** Behind something that didn't read: the next entry's hash is taken as it is. */
    void lose() {
        lost = true;
    }

    boolean full() {
        return faults.size() >= VerifyResult.FAULTS_MAX;
    }

    void fault(String file, String at, String detail) {
        if (!full()) {
            JournalException trouble =
                    new JournalException(Trouble.DAMAGED, Map.of("file", file, "at", at, "detail", detail));
            faults.add(new VerifyResult.Fault(file, at, trouble));
        }
    }

    void fault(String file, JournalException trouble) {
        if (!full()) {
            faults.add(new VerifyResult.Fault(file, "its beginning", trouble));
        }
    }

    /**
     * Judges one entry.
     *
     * @param bytes hold the line between {@code from} and {@code to}, and its hash as 64 digits at {@code hashAt}
     */
    void entry(String file, EntryId id, byte[] bytes, int hashAt, int from, int to) {
        String kind = kind(bytes, from, to);
        boolean taken = lost || !begun;
        lost = false;
        if (taken) {
            walk.resume(digits(bytes, hashAt));
        } else {
            if (id.epoch() != last.epoch()) {
                walk.restart();
            }
            walk.step(bytes, from, to);
            if (!walk.matches(bytes, hashAt)) {
                fault(file, "entry " + id, "its hash doesn't fit: the entry or one before it was changed");
                walk.resume(digits(bytes, hashAt));
            }
            number(file, id, kind, bytes, from, to);
        }
        count(id, kind);
        if (kind.equals(OwnEntry.SNAPSHOT) || kind.equals(OwnEntry.GAP)) {
            own(EntryLine.head(text(bytes, from, to)));
        }
        last = id;
        begun = true;
    }

    private void count(EntryId id, String kind) {
        if (first.seq() == 0) {
            first = id;
        }
        if (entries == 0 || id.epoch() != last.epoch()) {
            epochs++;
        }
        entries++;
        kinds.computeIfAbsent(kind, k -> new long[1])[0]++;
    }

    private void number(String file, EntryId id, String kind, byte[] bytes, int from, int to) {
        if (id.epoch() == last.epoch() && id.seq() == last.seq() + 1 && !kind.equals(OwnEntry.EPOCH)) {
            return;
        }
        String at = "entry " + id;
        if (id.epoch() != last.epoch()) {
            newEpoch(file, id, kind, at, bytes, from, to);
        } else if (kind.equals(OwnEntry.GAP)) {
            Map<?, ?> body =
                    OwnEntry.properties(EntryLine.head(text(bytes, from, to)).body());
            if (OwnEntry.number(body, "from") != last.seq() + 1 || OwnEntry.number(body, "to") != id.seq() - 1) {
                fault(file, at, "the gap that it declares isn't the one before it, after entry " + last);
            }
        } else {
            fault(file, at, "entry " + last.next() + " belongs here, and no gap is declared");
        }
    }

    private void newEpoch(String file, EntryId id, String kind, String at, byte[] bytes, int from, int to) {
        boolean firstOfAll = last.epoch() == 0 && id.epoch() == 1;
        if (id.epoch() < last.epoch() || (id.seq() != 1 && !(firstOfAll && kind.equals(OwnEntry.GAP)))) {
            fault(file, at, "an epoch begins with a higher number and with entry 1, after entry " + last);
        } else if (!firstOfAll && !kind.equals(OwnEntry.EPOCH)) {
            fault(file, at, "the first entry of a new epoch says why it began; this is " + kind);
        } else if (kind.equals(OwnEntry.EPOCH)) {
            Map<?, ?> body =
                    OwnEntry.properties(EntryLine.head(text(bytes, from, to)).body());
            EntryId old = new EntryId(OwnEntry.number(body, "oldEpoch"), OwnEntry.number(body, "lastSeq"));
            if (!old.equals(last)) {
                fault(file, at, "it names entry " + old + " as the old epoch's last, " + last + " is");
            }
        }
    }

    private void own(EntryLine line) {
        Map<?, ?> body = OwnEntry.properties(line.body());
        if (line.kind().equals(OwnEntry.GAP)) {
            gaps++;
        }
        String name = OwnEntry.text(body, "file");
        if (!name.isEmpty()) {
            snapshots.put(name, line);
        }
    }

    /** Entries that vouch for files, by file name. */
    Map<String, EntryLine> snapshots() {
        return snapshots;
    }

    EntryId last() {
        return last;
    }

    String lastHash() {
        return walk.hash();
    }

    VerifyResult result(String source, int snapshotsOk, boolean cancelled) {
        Map<String, Long> byKind = new HashMap<>();
        kinds.forEach((kind, count) -> byKind.put(kind, count[0]));
        return new VerifyResult(
                source, entries, first, last, lastHash(), epochs, gaps, holes, snapshotsOk, byKind, faults, cancelled);
    }

    private static String digits(byte[] bytes, int at) {
        String hex = new String(bytes, at, 64, java.nio.charset.StandardCharsets.ISO_8859_1);
        return hex.matches("[0-9a-f]{64}") ? hex : Chain.GENESIS;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The kind in a line's head, without making text of the whole line. */
    private static String kind(byte[] bytes, int from, int to) {
        String head = new String(bytes, from, Math.min(to - from, 320), java.nio.charset.StandardCharsets.ISO_8859_1);
        return EntryLine.kindOf(head);
    }

    /** The line that a hash stands beside in an export, or null. */
    static @Nullable Entry exported(String json) {
        Map<?, ?> pair = OwnEntry.properties(json);
        String line = OwnEntry.text(pair, "line");
        String hash = OwnEntry.text(pair, "hash");
        if (pair.size() != 2 || !hash.matches("[0-9a-f]{64}")) {
            return null;
        }
        try {
            return new Entry(EntryLine.head(line).id(), line, hash);
        } catch (JournalException noLine) {
            return null;
        }
    }
}

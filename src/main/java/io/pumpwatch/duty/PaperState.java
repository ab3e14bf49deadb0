package io.pumpwatch.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Certificates, trainings and examinations; a fold of {@link PaperEvent}s.
 *
 * @param papers by person, then by sort and kind
 */
public record PaperState(SortedMap<String, SortedMap<String, Paper>> papers) {
    static final PaperState EMPTY = new PaperState(new TreeMap<>());

    /** Sorts of papers. */
    public enum Sort {
        CERTIFICATE,
        TRAINING,
        EXAMINATION
    }

    /**
     * One paper.
     *
     * @param kind such as grid-permit
     * @param expires last day on which it holds
     */
    public record Paper(Sort sort, String kind, String number, LocalDate expires, String by) {
        boolean holdsOn(LocalDate day) {
            return !day.isAfter(expires);
        }

        static String key(Sort sort, String kind) {
            return sort + "/" + kind;
        }
    }

    /** Papers of a person. */
    public List<Paper> of(String person) {
        SortedMap<String, Paper> own = papers.get(person);
        return own == null ? List.of() : List.copyOf(own.values());
    }

    boolean has(String person, String key) {
        SortedMap<String, Paper> own = papers.get(person);
        return own != null && own.containsKey(key);
    }

    PaperState with(String person, Paper paper) {
        SortedMap<String, SortedMap<String, Paper>> next = new TreeMap<>(papers);
        SortedMap<String, Paper> own = new TreeMap<>(next.getOrDefault(person, new TreeMap<>()));
        own.put(Paper.key(paper.sort(), paper.kind()), paper);
        next.put(person, own);
        return new PaperState(next);
    }

    PaperState without(String person, String key) {
        SortedMap<String, SortedMap<String, Paper>> next = new TreeMap<>(papers);
        SortedMap<String, Paper> own = new TreeMap<>(next.getOrDefault(person, new TreeMap<>()));
        own.remove(key);
        next.put(person, own);
        return new PaperState(next);
    }
}

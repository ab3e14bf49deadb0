package io.pumpwatch.web;

import io.pumpwatch.web.Verb.Maker;
import io.pumpwatch.web.Verb.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of acts, in the order of the documentation. */
final class VerbTable {
    private final Map<String, Verb> rows = new LinkedHashMap<>();

    /** All of them by name. */
    Map<String, Verb> rows() {
        return rows;
    }

    /** An act that asks nobody for a PIN. */
    void open(String name, List<String> required, List<String> optional, Maker maker) {
        row(name, Proof.NOBODY, required, optional, maker);
    }

    /** An act of one person. */
    void add(String name, List<String> required, Maker maker) {
        row(name, Proof.PERSON, required, List.of(), maker);
    }

    /** An act of one person. */
    void add(String name, List<String> required, List<String> optional, Maker maker) {
        row(name, Proof.PERSON, required, optional, maker);
    }

    /** Any act. */
    void row(String name, Proof proof, List<String> required, List<String> optional, Maker maker) {
        rows.put(name, new Verb(name, proof, required, optional, maker));
    }
}

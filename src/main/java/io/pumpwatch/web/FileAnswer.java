package io.pumpwatch.web;

import org.jspecify.annotations.Nullable;

/** An answer that is a file. */
final class FileAnswer {
    /** Of its content. */
    final String type;

    /** Under which a browser keeps it; null for one that is only read. */
    final @Nullable String name;

    private final byte[] bytes;

    FileAnswer(String type, @Nullable String name, byte[] bytes) {
        this.type = type;
        this.name = name;
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}

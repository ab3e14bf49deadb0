package io.pumpwatch.web;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is a file.
 *
 * @param type of its content
 * @param name under which a browser keeps it; null for one that is only read
 */
record FileAnswer(String type, @Nullable String name, byte[] bytes) {}

package io.pumpwatch.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /api/v1/openapi.json}: what this API is, for programs. A test holds it to what is really answered. */
final class OpenApi {
    /** Its address. */
    static final String PAGE = "openapi.json";
    /** The description, OpenAPI 3.1. */
    static final FileAnswer FILE = new FileAnswer("application/json; charset=utf-8", null, read());

    private OpenApi() {}

    private static byte[] read() {
        try (InputStream in = OpenApi.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + PAGE);
            }
            return in.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

/** What goes over HTTP, as records. Names and meanings are those of docs/formats/http.md. */
@NullMarked
package io.pumpwatch.api;

import org.jspecify.annotations.NullMarked;

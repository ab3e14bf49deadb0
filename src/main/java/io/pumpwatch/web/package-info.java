/** The HTTP API, its sign-in, and later the pages. */
@NullMarked
package io.pumpwatch.web;

import org.jspecify.annotations.NullMarked;

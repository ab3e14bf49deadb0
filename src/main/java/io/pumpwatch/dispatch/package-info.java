/** The way to dispatch: payloads, topics, cursors into the journal, link supervision; and dispatch's receiving side. */
@NullMarked
package io.pumpwatch.dispatch;

import org.jspecify.annotations.NullMarked;

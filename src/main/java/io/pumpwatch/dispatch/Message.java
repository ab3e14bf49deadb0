package io.pumpwatch.dispatch;

import io.pumpwatch.journal.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way out.
 *
 * @param key names it in {@link PoisonWatch}: the same message tried again has the same key
 * @param entry entry of the ordered stream, null for all else
 */
// Bytes as they go over the wire; these records are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Message(
        Family family,
        String key,
        String topic,
        byte[] payload,
        int qos,
        boolean retained,
        @Nullable EntryId entry) {}

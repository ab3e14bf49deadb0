package io.pumpwatch.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The dictionaries that were met, by id. For any number of threads. */
final class Dictionaries {
    private final Map<Integer, Dictionary> known = new ConcurrentHashMap<>();

    void take(Block block) {
        take(Dictionary.decode(block.payload()));
    }

    void take(Dictionary dictionary) {
        known.putIfAbsent(dictionary.id(), dictionary);
    }

    /** The dictionary of that id; looked for in the whole file if it hasn't been met. Null if there is none. */
    @Nullable
    Dictionary find(int id, FileChannel file, long limit) throws IOException {
        Dictionary dictionary = known.get(id);
        if (dictionary != null) {
            return dictionary;
        }
        BlockScan scan = new BlockScan(
                file,
                BlockFile.START.length,
                limit,
                header -> header.kind() == BlockHeader.Kind.DICTIONARY && header.dictionary() == id,
                place -> {});
        Block block = scan.next();
        if (block == null) {
            return null;
        }
        take(block);
        return known.get(id);
    }
}

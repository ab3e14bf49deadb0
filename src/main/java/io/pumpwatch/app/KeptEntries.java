package io.pumpwatch.app;

import io.pumpwatch.dispatch.Outbox;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Keeper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The journal as the link sees it: no second queue, two cursors. */
final class KeptEntries implements Outbox {
    /** Names of the cursors in the journal. */
    static final String SENT = "sent";

    static final String CONFIRMED = "confirmed";

    private final Keeper keeper;

    KeptEntries(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public List<Entry> read(EntryId after, int countMax, int bytesMax) {
        List<Entry> read = keeper.journal().read(after, countMax);
        int bytes = 0;
        for (int i = 0; i < read.size(); i++) {
            bytes += read.get(i).line().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > bytesMax && i > 0) {
                return read.subList(0, i);
            }
        }
        return read;
    }

    @Override
    public EntryId durable() {
        return keeper.durable();
    }

    @Override
    public EntryId sent() {
        return keeper.cursor(SENT);
    }

    @Override
    public EntryId confirmed() {
        return keeper.cursor(CONFIRMED);
    }

    @Override
    public void sent(EntryId upTo) {
        keeper.moveCursor(SENT, upTo);
    }

    @Override
    public void confirmed(EntryId upTo) {
        keeper.moveCursor(CONFIRMED, upTo);
    }
}

package io.pumpwatch.dispatch;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whether dispatch has confirmed each alarm in its time. The time runs from the first state that asks for a person and
 * isn't confirmed; it runs on while the link is down. A receipt for the alarm's topic confirms, and so does a receipt
 * of the ordered stream that covers the entry.
 */
final class AlarmWatch {
    private final long confirmMs;
    private final Consumer<LinkNews> news;
    private final Map<AlarmId, Open> open = new HashMap<>();
    private final Map<AlarmId, EntryId> confirmedAt = new HashMap<>();
    private EntryId cumulative;

    private record Open(EntryId first, long sinceMs, boolean told) {}

    AlarmWatch(long confirmMs, EntryId confirmed, Consumer<LinkNews> news) {
        this.confirmMs = confirmMs;
        this.cumulative = confirmed;
        this.news = news;
    }

    /** An alarm asks for a person since this entry. */
    void asks(AlarmId alarm, EntryId entry, long uptimeMs) {
        EntryId had = confirmedAt.getOrDefault(alarm, EntryId.NONE);
        if (entry.compareTo(cumulative) > 0 && entry.compareTo(had) > 0) {
            open.putIfAbsent(alarm, new Open(entry, uptimeMs, false));
        }
    }

    /** It is plain normal. */
    void normal(AlarmId alarm, long uptimeMs) {
        confirmedAt.remove(alarm);
        Open was = open.remove(alarm);
        if (was != null && was.told()) {
            news.accept(new LinkNews.AlarmOverdueEnded(alarm, uptimeMs - was.sinceMs()));
        }
    }

    /** Dispatch has this state of it. */
    void confirmed(AlarmId alarm, EntryId entry, long uptimeMs) {
        confirmedAt.merge(alarm, entry, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        Open was = open.get(alarm);
        if (was != null && entry.compareTo(was.first()) >= 0) {
            close(alarm, was, uptimeMs);
        }
    }

    /** Dispatch has all entries up to this. */
    void confirmed(EntryId upTo, long uptimeMs) {
        if (upTo.compareTo(cumulative) <= 0) {
            return;
        }
        cumulative = upTo;
        for (Map.Entry<AlarmId, Open> one : Map.copyOf(open).entrySet()) {
            if (one.getValue().first().compareTo(upTo) <= 0) {
                close(one.getKey(), one.getValue(), uptimeMs);
            }
        }
    }

    /** Reports those whose time is over. */
    void due(long uptimeMs) {
        for (Map.Entry<AlarmId, Open> one : open.entrySet()) {
            Open waits = one.getValue();
            if (!waits.told() && uptimeMs - waits.sinceMs() >= confirmMs) {
                one.setValue(new Open(waits.first(), waits.sinceMs(), true));
                news.accept(new LinkNews.AlarmOverdue(one.getKey(), waits.first(), uptimeMs - waits.sinceMs()));
            }
        }
    }

    /** Alarms reported and not yet confirmed. */
    int overdue() {
        return (int) open.values().stream().filter(Open::told).count();
    }

    boolean allConfirmed() {
        return open.isEmpty();
    }

    private void close(AlarmId alarm, Open was, long uptimeMs) {
        open.remove(alarm);
        if (was.told()) {
            news.accept(new LinkNews.AlarmConfirmedLate(alarm, was.first(), uptimeMs - was.sinceMs()));
        }
    }
}

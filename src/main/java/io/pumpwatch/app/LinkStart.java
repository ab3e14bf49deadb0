package io.pumpwatch.app;

import io.pumpwatch.dispatch.FileIdStore;
import io.pumpwatch.dispatch.Link;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.view.StationView;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Starts the way to dispatch, and wakes it when there is something to tell. */
final class LinkStart {
    private final Link link;
    private long wokenSeq;

    private LinkStart(Link link) {
        this.link = link;
    }

    /** The link that the options ask for, started; null where they ask for none. */
    static @Nullable Link start(
            AgentOptions options, Keeper keeper, Agent agent, Inbox inbox, LinkNewsBoard news, SystemClock clock) {
        AgentOptions.LinkParts parts = options.link();
        if (parts == null) {
            return null;
        }
        Link.Ports ports = new Link.Ports(
                new KeptEntries(keeper),
                new AlarmPictures(agent::view, inbox),
                new FileIdStore(options.data().resolve("command-ids")),
                news);
        // Jitter only has to differ between stations and starts.
        Link link = new Link(parts.config(), ports, parts.transport(), clock, new Random(clock.uptimeNs()));
        LinkStart waker = new LinkStart(link);
        keeper.onDurable(upTo -> link.wake());
        agent.onScan((view, samples) -> waker.wakeOnChange(view));
        link.start();
        return link;
    }

    /** How the link fares, in a word; off where there is none. */
    static String state(@Nullable Link link) {
        return link == null ? "off" : link.view().state().name().toLowerCase(Locale.ROOT);
    }

    private void wakeOnChange(StationView view) {
        if (view.offered().seq() != wokenSeq) {
            wokenSeq = view.offered().seq();
            link.wake();
        }
    }
}

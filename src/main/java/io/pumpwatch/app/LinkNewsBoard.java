package io.pumpwatch.app;

import io.pumpwatch.dispatch.LinkFault;
import io.pumpwatch.dispatch.LinkNews;
import io.pumpwatch.scan.Command;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What the link reports, kept for the next scan; called by the link's thread, read by the scan's. */
final class LinkNewsBoard implements Consumer<LinkNews> {
    private final Inbox inbox;
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> overdue = new TreeSet<>();
    private volatile String fault = "";
    private volatile List<String> unconfirmed = List.of();

    LinkNewsBoard(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What is wrong, in a word; empty while nothing is. */
    String fault() {
        return fault;
    }

    /** Alarms that dispatch hasn't confirmed in their time. */
    List<String> unconfirmed() {
        return unconfirmed;
    }

    @Override
    public synchronized void accept(LinkNews news) {
        if (news instanceof LinkNews.FaultBegan e) {
            faults.add(word(e.fault()));
        } else if (news instanceof LinkNews.FaultEnded e) {
            faults.remove(word(e.fault()));
        } else if (news instanceof LinkNews.AlarmOverdue e) {
            overdue.add(e.alarm().toString());
        } else if (news instanceof LinkNews.AlarmConfirmedLate e) {
            overdue.remove(e.alarm().toString());
        } else if (news instanceof LinkNews.AlarmOverdueEnded e) {
            overdue.remove(e.alarm().toString());
        } else if (news instanceof LinkNews.CommandRefused e) {
            var unused = inbox.post(new Command.Refused("command", e.refusal().code(), e.counted()), null);
        }
        fault = String.join(", ", faults);
        unconfirmed = List.copyOf(overdue);
    }

    /** Such as {@code port-closed}. */
    private static String word(LinkFault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

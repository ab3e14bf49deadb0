package io.pumpwatch.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What is wrong with the link now; each fault is told when it begins and when it ends, not between. */
final class LinkFaults {
    private final Consumer<LinkNews> news;
    private final Map<String, LinkFault> present = new LinkedHashMap<>();

    LinkFaults(Consumer<LinkNews> news) {
        this.news = news;
    }

    List<LinkFault> present() {
        return List.copyOf(present.values());
    }

    /** A fault that several details can have at once. */
    void began(LinkFault fault) {
        put(fault.kind() + " " + fault.detail(), fault);
    }

    void ended(LinkFault.Kind kind) {
        endAll(kind + " ");
    }

    /** No connection, for this reason. Another reason takes its place. */
    void connection(LinkFault fault) {
        LinkFault was = present.get("connection");
        if (was != null && was.kind() != fault.kind()) {
            endAll("connection");
        }
        put("connection", fault);
    }

    void connected() {
        endAll("connection");
    }

    /** What only a connection can show is unknown now. */
    void disconnected() {
        endAll(LinkFault.Kind.SUBSCRIPTION_DENIED + " ");
        endAll(LinkFault.Kind.UNPROVEN + " ");
    }

    void unproven(Family family) {
        began(unprovenFault(family));
    }

    void proven(Family family) {
        endAll(LinkFault.Kind.UNPROVEN + " " + unprovenFault(family).detail());
    }

    private static LinkFault unprovenFault(Family family) {
        return new LinkFault(LinkFault.Kind.UNPROVEN, family.name().toLowerCase(Locale.ROOT));
    }

    private void put(String key, LinkFault fault) {
        if (present.putIfAbsent(key, fault) == null) {
            news.accept(new LinkNews.FaultBegan(fault));
        }
    }

    private void endAll(String prefix) {
        for (Map.Entry<String, LinkFault> one : Map.copyOf(present).entrySet()) {
            if (one.getKey().startsWith(prefix)) {
                present.remove(one.getKey());
                news.accept(new LinkNews.FaultEnded(one.getValue()));
            }
        }
    }
}

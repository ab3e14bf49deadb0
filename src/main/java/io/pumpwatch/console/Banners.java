package io.pumpwatch.console;

import io.pumpwatch.api.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jline.utils.AttributedStyle;

/** What must be in sight on every screen. Pure. */
final class Banners {
    private final Status status;
    private final Say say;
    private final List<Banner> all = new ArrayList<>();

    /**
     * What is said, with how it stands out.
     *
     * @param stays in sight and in full, as long as the screen has room: what stops, holds back or doesn't protect
     */
    record Banner(String words, AttributedStyle style, boolean stays) {}

    private Banners(Status status, Say say) {
        this.status = status;
        this.say = say;
    }

    /** The gravest first. */
    static List<Banner> of(Model model, Say say) {
        Status status = model.data().status();
        if (status == null) {
            return List.of();
        }
        Banners banners = new Banners(status, say);
        banners.people();
        banners.protection();
        banners.agent(model);
        return banners.all;
    }

    private void add(AttributedStyle style, String key, Map<String, String> args) {
        all.add(new Banner(say.word("console.banner." + key, args), style, false));
    }

    private void keep(AttributedStyle style, String key, Map<String, String> args) {
        all.add(new Banner(say.word("console.banner." + key, args), style, true));
    }

    /** One line for all of a kind. */
    private <T> void keepAll(AttributedStyle style, String key, List<T> each, Function<T, Map<String, String>> args) {
        if (!each.isEmpty()) {
            String list = each.stream()
                    .map(one -> say.word("console.banner." + key + ".each", args.apply(one)))
                    .collect(Collectors.joining("; "));
            keep(style, key, Map.of("list", list));
        }
    }

    private void people() {
        Status.Word accident = status.accident();
        if (accident != null) {
            keep(Ink.CRITICAL, "accident", Map.of("since", say.at(accident.since()), "text", accident.text()));
        }
    }

    private void protection() {
        for (Status.Trip trip : status.trips()) {
            keep(
                    Ink.CRITICAL,
                    "trip",
                    Map.of(
                            "point",
                            trip.point(),
                            "since",
                            say.clock(trip.since()),
                            "pumps",
                            String.join(" ", trip.pumps())));
        }
        for (Status.Header header : status.headers()) {
            Status.Swing swing = header.swing();
            if (swing != null) {
                String cause = swing.cause() == null ? say.word("console.banner.nocause") : swing.cause();
                keep(
                        Ink.CRITICAL,
                        "swing",
                        Map.of("header", header.tag(), "since", say.clock(swing.since()), "cause", cause));
            }
        }
        inhibits();
        keepAll(
                Ink.HIGH,
                "bypassed",
                status.bypassed(),
                each -> Map.of("point", each.point(), "person", each.byName(), "until", say.at(each.until())));
        keepAll(
                Ink.MEDIUM,
                "outside",
                status.outsideRule(),
                each -> Map.of("rule", each.rule(), "point", each.point(), "setpoint", Ink.number(each.setpoint())));
    }

    /** Pumps that are held back for the same reason stand together; swings and trips have their own lines. */
    private void inhibits() {
        Map<String, List<String>> pumps = new LinkedHashMap<>();
        for (Status.Pump pump : status.pumps()) {
            for (Status.Reason reason : pump.inhibits()) {
                if (!reason.code().equals("swing") && !reason.code().equals("trip")) {
                    pumps.computeIfAbsent(reason.text(), none -> new ArrayList<>())
                            .add(pump.tag());
                }
            }
        }
        pumps.forEach(
                (reason, tags) -> keep(Ink.HIGH, "inhibit", Map.of("pump", String.join(" ", tags), "reason", reason)));
    }

    private void agent(Model model) {
        if (status.safeMode()) {
            keep(Ink.HIGH, "safe", Map.of());
        }
        if (status.entries().storeStalledMs() >= 2_000) {
            keep(Ink.HIGH, "stalled", Map.of("seconds", "" + status.entries().storeStalledMs() / 1_000));
        }
        if (!status.link().unconfirmed().isEmpty()) {
            add(
                    Ink.HIGH,
                    "unconfirmed",
                    Map.of("points", String.join(" ", status.link().unconfirmed())));
        }
        if (status.drill() != null) {
            add(
                    Ink.MEDIUM,
                    "drill",
                    Map.of("points", String.join(" ", status.drill().points())));
        }
        if (status.flood() != null) {
            add(Ink.MEDIUM, "flood", Map.of("since", say.at(status.flood().since())));
        }
        if (model.contact().barred()) {
            add(Ink.MEDIUM, "barred", Map.of());
        }
        if (status.clockTrust().equals("unset")) {
            add(Ink.MEDIUM, "clock", Map.of());
        }
        if (!model.look().chinese() && model.look().lang() != Say.lang(model)) {
            add(Ink.DIM, "vt", Map.of());
        }
    }
}

package io.pumpwatch.console;

import io.pumpwatch.api.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedStyle;

/** What must be in sight on every screen. Pure. */
final class Banners {
    private final Status status;
    private final Say say;
    private final List<Banner> all = new ArrayList<>();

    /** One line, with how it stands out. */
    record Banner(String words, AttributedStyle style) {}

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
        all.add(new Banner(say.word("console.banner." + key, args), style));
    }

    private void people() {
        Status.Word accident = status.accident();
        if (accident != null) {
            add(Ink.CRITICAL, "accident", Map.of("since", say.at(accident.since()), "text", accident.text()));
        }
    }

    private void protection() {
        for (Status.Trip trip : status.trips()) {
            add(
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
                add(
                        Ink.CRITICAL,
                        "swing",
                        Map.of("header", header.tag(), "since", say.clock(swing.since()), "cause", cause));
            }
        }
        for (Status.Pump pump : status.pumps()) {
            for (Status.Reason reason : pump.inhibits()) {
                if (!reason.code().equals("swing") && !reason.code().equals("trip")) {
                    add(Ink.HIGH, "inhibit", Map.of("pump", pump.tag(), "reason", reason.text()));
                }
            }
        }
        for (Status.Bypass bypass : status.bypassed()) {
            add(
                    Ink.HIGH,
                    "bypassed",
                    Map.of(
                            "point", bypass.point(),
                            "person", bypass.byName(),
                            "until", say.at(bypass.until())));
        }
        for (Status.OutsideRule outside : status.outsideRule()) {
            add(
                    Ink.MEDIUM,
                    "outside",
                    Map.of(
                            "rule", outside.rule(),
                            "point", outside.point(),
                            "setpoint", Ink.number(outside.setpoint())));
        }
    }

    private void agent(Model model) {
        if (status.safeMode()) {
            add(Ink.HIGH, "safe", Map.of());
        }
        if (status.entries().storeStalledMs() >= 2_000) {
            add(Ink.HIGH, "stalled", Map.of("seconds", "" + status.entries().storeStalledMs() / 1_000));
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

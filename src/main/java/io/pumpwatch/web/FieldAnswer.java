package io.pumpwatch.web;

import io.pumpwatch.api.FieldPage;
import io.pumpwatch.api.FieldPage.Check;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockState.OutputCheck;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every channel reads right now. */
final class FieldAnswer {
    private final Asked asked;
    private final StationView view;
    private final Map<Tag, ChannelSight> sights = new HashMap<>();

    private FieldAnswer(Asked asked) {
        this.asked = asked;
        this.view = asked.view();
        asked.port().channels().forEach(sight -> sights.put(sight.tag(), sight));
    }

    static FieldPage page(Asked asked) {
        FieldAnswer answer = new FieldAnswer(asked);
        StationView view = asked.view();
        Health health = view.live().health();
        return new FieldPage(
                view.plan().zone().getId(),
                Wire.utc(view.now().utcMs()),
                health.inputFault(),
                health.outputFault(),
                view.plan().instruments().stream().map(answer::input).toList(),
                view.plan().outputs().stream().map(answer::output).toList());
    }

    private ChannelSight sight(Tag tag) {
        ChannelSight none = new ChannelSight(tag, "", null, Double.NaN, "", "");
        return Objects.requireNonNullElse(sights.get(tag), none);
    }

    private FieldPage.Input input(InstrumentPlan plan) {
        Reading reading = view.live().conditioned().of(plan.tag());
        ChannelSight sight = sight(plan.tag());
        boolean never = reading.sampleNumber() == 0;
        return new FieldPage.Input(
                plan.tag().name(),
                plan.what().in(asked.lang()),
                sight.channel(),
                Wire.word(plan.signal()),
                sight.counts(),
                Wire.number(sight.measured()),
                sight.unit(),
                Wire.value(reading),
                plan.unit(),
                Wire.word(reading.quality()),
                Wire.word(reading.cause()),
                Wire.said(asked.lang(), "quality", reading.cause()),
                never ? null : view.now().uptimeMs() - reading.sampleUptimeMs(),
                sight.fault());
    }

    private FieldPage.Output output(OutputPlan plan) {
        ChannelSight sight = sight(plan.tag());
        Boolean driven = view.live().outputs().stream()
                .filter(output -> output.tag().equals(plan.tag()))
                .map(Output::energised)
                .findFirst()
                .orElse(null);
        PumpPlan pump = view.plan().interlocks().pumpOfRelay(plan.tag());
        return new FieldPage.Output(
                plan.tag().name(),
                plan.channel(),
                use(plan.tag(), pump),
                pump == null ? null : pump.tag().name(),
                driven,
                Double.isNaN(sight.measured()) ? null : sight.measured() >= 0.5,
                sight.fault(),
                check(view.state().interlocks().checks().get(plan.tag())));
    }

    private String use(Tag output, @Nullable PumpPlan pump) {
        if (pump != null) {
            return output.equals(pump.permit()) ? "permit" : "trip";
        }
        InterlockPlan.Relays relays = view.plan().interlocks().relays();
        if (output.equals(relays.horn())) {
            return "horn";
        }
        return output.equals(relays.heartbeat()) ? "heartbeat" : "none";
    }

    private @Nullable Check check(@Nullable OutputCheck check) {
        return check == null
                ? null
                : new Check(
                        check.energised(),
                        check.by(),
                        AlarmAnswer.nameOf(view, check.by()),
                        check.reason(),
                        Wire.end(check.at(), check.forMs(), view.boot(), view.now()));
    }
}

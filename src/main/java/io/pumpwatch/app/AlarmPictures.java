package io.pumpwatch.app;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.dispatch.Station;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.Masks;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.ReadingPayload;
import io.pumpwatch.duty.Concerned;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Text;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The station as dispatch sees it: pictures of the last published view, and dispatch's marks posted to the inbox. */
final class AlarmPictures implements Station {
    private static final long MINUTE_MS = 60_000;

    private final Supplier<StationView> view;
    private final Inbox inbox;
    private volatile @Nullable Seen seen;

    /** What was said of a view. */
    private record Seen(StationView view, Alarms alarms) {
        /** Whether another view says the same: names that only the calendar changes may be a minute late. */
        @SuppressWarnings("ReferenceEquality") // comparing states by value would cost more than it saves
        boolean holds(StationView now) {
            return now.state() == view.state()
                    && now.plan() == view.plan()
                    && now.offered().equals(view.offered())
                    && now.now().utcMs() / MINUTE_MS == view.now().utcMs() / MINUTE_MS;
        }
    }

    AlarmPictures(Supplier<StationView> view, Inbox inbox) {
        this.view = view;
        this.inbox = inbox;
    }

    @Override
    public Alarms alarms() {
        StationView now = view.get();
        Seen before = seen;
        if (before != null && before.holds(now)) {
            return before.alarms();
        }
        List<AlarmPayload> states = new ArrayList<>();
        for (Map.Entry<AlarmId, AlarmState> entry :
                now.state().alarms().points().entrySet()) {
            if (!entry.getValue().plain()) {
                states.add(picture(now, entry.getKey(), entry.getValue()));
            }
        }
        Alarms alarms = new Alarms(now.offered(), states);
        seen = new Seen(now, alarms);
        return alarms;
    }

    private static AlarmPayload picture(StationView now, AlarmId id, AlarmState state) {
        AlarmPlan point = planOf(now.plan(), id);
        AlarmPlan.Words words = point == null ? AlarmPlan.Words.NONE : point.words();
        return new AlarmPayload(
                id,
                State.valueOf(state.life().name()),
                point == null ? state.priority() : point.priority(),
                state.value(),
                point == null ? "" : point.unit(),
                point == null ? null : point.setpointOrNull(),
                state.since().utcMs(),
                new EntryId(now.offered().epoch(), state.seq()),
                true,
                AlarmPlan.isDrill(id),
                new Masks(state.shelf() != null, state.service() != null, state.suppressed() != null),
                Concerned.named(
                        words.name(),
                        now.plan().duty(),
                        now.state().duty(),
                        now.state().rounds().liveLocks(),
                        now.now(),
                        id),
                words.response());
    }

    private static @Nullable AlarmPlan planOf(StationPlan plan, AlarmId id) {
        if (!AlarmPlan.isDrill(id)) {
            return plan.alarms().point(id);
        }
        return plan.alarms().points().values().stream()
                .filter(point -> AlarmPlan.drillId(point.id()).equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<ReadingPayload.Value> readings() {
        StationView now = view.get();
        return now.plan().instruments().stream()
                .map(instrument -> {
                    Reading reading = now.live().conditioned().of(instrument.tag());
                    Double value = Double.isFinite(reading.value()) ? reading.value() : null;
                    return new ReadingPayload.Value(
                            instrument.tag(), value, instrument.unit(), reading.quality(), reading.cause());
                })
                .toList();
    }

    @Override
    public long boot() {
        return view.get().boot();
    }

    @Override
    public void take(CommandBody.ToStation command, String seat, Consumer<Answer> answer) {
        var unused = inbox.post(asked(command, seat), null).whenComplete((reply, fault) -> {
            Optional<Refusal> refusal = fault == null ? reply.refusal() : Optional.of(Refusal.of("inbox.full"));
            answer.accept(refusal.map(AlarmPictures::refused).orElse(new Answer(true, "done", done(command))));
        });
    }

    private static Text done(CommandBody.ToStation command) {
        if (command instanceof CommandBody.Approve e) {
            Map<String, String> named =
                    Map.of("name", e.name(), "until", e.until().toString());
            return said("done.visitor-approve", named);
        }
        return command instanceof CommandBody.Revoke e
                ? said("done.visitor-revoke", Map.of("name", e.name()))
                : said("done.seen-by-dispatch", Map.of());
    }

    private static Text said(String key, Map<String, String> named) {
        return new Text(Words.of(Lang.EN).say(key, named), Words.of(Lang.ZH).say(key, named));
    }

    private static Command asked(CommandBody.ToStation command, String seat) {
        String by = command.by().isEmpty() ? seat : seat + "/" + command.by();
        if (command instanceof CommandBody.Seen seen) {
            return new Command.Seen(seen.alarm(), by);
        }
        if (command instanceof CommandBody.Approve e) {
            return new Command.Dispatched(new DoorCommand.ApproveVisitor(e.name(), e.until(), e.reason()), by);
        }
        CommandBody.Revoke e = (CommandBody.Revoke) command;
        return new Command.Dispatched(new DoorCommand.RevokeVisitor(e.name()), by);
    }

    private static Answer refused(Refusal refusal) {
        return new Answer(false, refusal.code(), said(refusal.code(), refusal.args()));
    }
}

package io.pumpwatch.app;

import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.EvidencePart;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.StoreHealth;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import io.pumpwatch.web.StationPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running station for the HTTP side. */
final class StationService implements StationPort {
    private final Agent agent;
    private final Inbox inbox;
    private final Keeper keeper;
    private final PinGate pins;
    private final FirstChief firstChief;
    private final Supplier<String> link;
    private final Reload reload;
    private final Reporter reporter;
    private final Stores stores;
    private final ChannelSights sights;

    /** Makes reports. */
    @FunctionalInterface
    interface Reporter {
        Report report(ReportRequest request);
    }

    StationService(
            Agent agent,
            Inbox inbox,
            Keeper keeper,
            PinGate pins,
            FirstChief firstChief,
            Supplier<String> link,
            Reload reload,
            Reporter reporter,
            Stores stores,
            ChannelSights sights) {
        this.sights = sights;
        this.stores = stores;
        this.reload = reload;
        this.agent = agent;
        this.inbox = inbox;
        this.keeper = keeper;
        this.pins = pins;
        this.firstChief = firstChief;
        this.link = link;
        this.reporter = reporter;
    }

    @Override
    public StationView view() {
        return agent.view();
    }

    @Override
    public Progress progress() {
        EntryId durable = keeper.durable();
        EntryId confirmed = keeper.cursor(KeptEntries.CONFIRMED);
        EntryId sent = keeper.cursor(KeptEntries.SENT);
        long waiting = durable.epoch() == confirmed.epoch() ? durable.seq() - confirmed.seq() : durable.seq();
        return new Progress(durable, sent, confirmed, waiting, link.get());
    }

    @Override
    public Optional<Refusal> prove(String person, String pin) {
        return pins.prove(person, pin);
    }

    @Override
    public Optional<Refusal> proveAtOnce(String person, String pin) {
        return pins.proveAtOnce(person, pin);
    }

    @Override
    public Optional<Refusal> proveFirstCode(String code) {
        return firstChief.prove(code);
    }

    @Override
    public Optional<Refusal> setPin(String person, String pin) {
        return pins.set(person, pin);
    }

    @Override
    public CompletableFuture<Outcome> post(Command asked, @Nullable String by) {
        Command command = asked;
        if (asked instanceof Command.Load load) {
            Reload.Read read = reload.read(load.reason());
            if (read.refusal().isPresent()) {
                return CompletableFuture.completedFuture(new Outcome(read.refusal(), true));
            }
            command = read.load().orElseThrow();
        }
        return tell(command, by);
    }

    private CompletableFuture<Outcome> tell(Command command, @Nullable String by) {
        return inbox.post(command, by).thenApply(reply -> {
            boolean chief = command instanceof Command.Duty duty
                    && duty.command() instanceof PeopleCommand.EnrolPerson enrol
                    && enrol.roles().contains(Role.CHIEF);
            if (chief && reply.refusal().isEmpty()) {
                firstChief.close();
            }
            return new Outcome(reply.refusal(), reply.kept());
        });
    }

    @Override
    public List<KeptEntry> entries(Position after, int max) {
        return stores.entries(after, max);
    }

    @Override
    public Optional<Position> beginOf(long epoch) {
        return stores.beginOf(epoch);
    }

    @Override
    public List<Bucket> history(Tag tag, long fromMs, long toMs, int points) {
        return stores.history(tag, fromMs, toMs, points);
    }

    @Override
    public List<EvidencePart> evidence() {
        return stores.evidence();
    }

    @Override
    public Path data(String folder) {
        return stores.data(folder);
    }

    @Override
    public List<ChannelSight> channels() {
        return sights.now();
    }

    @Override
    public StoreHealth health() {
        return stores.health();
    }

    @Override
    public Report report(ReportRequest request) {
        return reporter.report(request);
    }
}

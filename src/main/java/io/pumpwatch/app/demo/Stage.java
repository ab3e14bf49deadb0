package io.pumpwatch.app.demo;

import io.pumpwatch.app.AgentOptions.LinkParts;
import io.pumpwatch.app.Folders;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.journal.Chain;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import io.pumpwatch.scan.StationPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a demo and a replay have around the agent: a fresh folder, a broker, a dispatch seat, and the count at the end.
 */
final class Stage implements AutoCloseable {
    private static final String SEAT = "dispatch";
    private static final int WINDOW = LinkConfig.WINDOW;

    private final Path folder = Folders.fresh("pumpwatch-");
    private final Path data;
    private final @Nullable DemoBroker broker;
    private final Dispatch.@Nullable At at;
    private final KeyPair key = Keys.make(new SecureRandom());
    private final Count received = new Count();
    private final @Nullable DispatchSeat seat;
    private String chain = Chain.GENESIS;

    Stage(Dispatch dispatch, Consumer<DeskNote> notes) throws IOException, TlsFileException {
        this(dispatch, notes, null);
    }

    /** @param keep where the agent's data goes, a folder that isn't there yet; null: into the fresh one, that goes */
    Stage(Dispatch dispatch, Consumer<DeskNote> notes, @Nullable Path keep) throws IOException, TlsFileException {
        this.data = keep == null ? folder.resolve("data") : keep;
        this.broker = dispatch instanceof Dispatch.Own ? DemoBroker.start() : null;
        Dispatch.At own = broker == null ? null : new Dispatch.At("127.0.0.1", broker.port());
        this.at = dispatch instanceof Dispatch.At elsewhere ? elsewhere : own;
        this.seat = at == null
                ? null
                : new DispatchSeat(
                        Broker.plain(at.host(), at.port(), "pumpwatch-dispatch"),
                        key.getPrivate(),
                        SEAT,
                        folder.resolve("dispatch-memory"),
                        note -> {
                            count(note);
                            notes.accept(note);
                        });
        if (seat != null) {
            seat.start();
        }
    }

    private void count(DeskNote note) {
        if (note.kind() == DeskNote.Kind.ENTRY) {
            chain = Chain.next(chain, note.detail());
            received.add(new Entry(note.entry(), note.detail(), chain));
        }
    }

    /** Data folder of the agent. */
    Path data() {
        return data;
    }

    /** Address of the broker; empty without one. */
    String broker() {
        return at == null ? "" : "mqtt://" + at.host() + ":" + at.port();
    }

    /** The agent's link to this stage's broker, with receipts of its seat; null where nobody listens. */
    @Nullable
    LinkParts link(StationPlan plan, String version) throws TlsFileException {
        if (at == null) {
            return null;
        }
        Broker agentSide = Broker.plain(at.host(), at.port(), "pumpwatch-" + plan.station());
        LinkConfig config = new LinkConfig(
                new Topics(plan.site(), plan.station()),
                agentSide,
                LinkConfig.Receipts.REQUIRED,
                SEAT,
                Map.of(SEAT, key.getPublic()),
                LinkTimes.DEFAULT,
                WINDOW,
                version);
        return new LinkParts(config, new PahoTransport(agentSide));
    }

    /** After the agent was closed: everything from what dispatch received and from the journal opened anew. */
    RunSummary summary(double seconds) throws InterruptedException {
        Path journalFolder = data().resolve(RunningAgent.JOURNAL);
        List<String> faults = new ArrayList<>();
        Count kept = new Count();
        EntryId last;
        try (Journal journal = Journal.openReadOnly(journalFolder)) {
            last = journal.last();
            journal.replay(journal.before(), kept::add);
        }
        if (seat != null) {
            if (!seat.await(last)) {
                faults.add("dispatch did not receive everything: " + received.entries() + " of " + kept.entries());
            }
            seat.close();
        }
        VerifyResult verified = Verify.folder(journalFolder, () -> false);
        VerifyResult.Fault first = verified.firstFault();
        if (first != null) {
            faults.add(first.file() + " " + first.at() + ": " + first.trouble().getMessage());
        }
        if (seat != null && !received.lastHash().equals(kept.lastHash())) {
            faults.add("what dispatch received ends with another hash than the journal");
        }
        boolean others = !received.raised().equals(kept.raised()) || received.transitions() != kept.transitions();
        if (seat != null && others) {
            faults.add("what dispatch received counts other alarms than the journal");
        }
        // What was told counts, not what was meant; where nobody listens only the journal can say.
        Count told = seat == null ? kept : received;
        return new RunSummary(
                seconds,
                told.raised(),
                told.transitions(),
                kept.entries(),
                seat == null ? -1 : received.entries(),
                verified.ok() && faults.isEmpty(),
                faults);
    }

    @Override
    public void close() {
        if (seat != null) {
            seat.close();
        }
        if (broker != null) {
            broker.close();
        }
        Folders.delete(folder);
    }
}

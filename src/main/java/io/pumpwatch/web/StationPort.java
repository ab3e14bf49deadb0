package io.pumpwatch.web;

import io.pumpwatch.history.Bucket;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.EvidencePart;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.StoreHealth;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The running station as the HTTP side sees it. All methods may be called from any thread. */
public interface StationPort extends KeptLog {
    /** What the last scan published. Never blocks. */
    StationView view();

    /** How far the entries have come. Never blocks. */
    Progress progress();

    /**
     * Proves a person by PIN: one slow hash at a time, with a growing delay after wrong ones. Blocks.
     *
     * @return why not, or empty
     */
    Optional<Refusal> prove(String person, String pin);

    /** The same for what can't wait: no delay, though wrong PINs count. Blocks. */
    default Optional<Refusal> proveAtOnce(String person, String pin) {
        return prove(person, pin);
    }

    /** Proves the one-time code with which the first chief is enrolled. Blocks. */
    Optional<Refusal> proveFirstCode(String code);

    /**
     * Keeps a person's PIN, hashed. Blocks.
     *
     * @return why not (a PIN has 4 to 12 digits), or empty
     */
    Optional<Refusal> setPin(String person, String pin);

    /** Posts a command with the person that was proven, or null where none is needed; answers once it is durable. */
    CompletableFuture<Outcome> post(Command command, @Nullable String by);

    /** A report over all that is kept. Blocks, for seconds where there are years of records. */
    Report report(ReportRequest request);

    /**
     * What an instrument did between two wall times: no extreme is lost, a gap has no bucket. Blocks.
     *
     * @param points about so many buckets
     */
    List<Bucket> history(Tag tag, long fromMs, long toMs, int points);

    /** Readings frozen around accidents, as the journal names them. Blocks. */
    List<EvidencePart> evidence();

    /** A folder below the data folder. */
    Path data(String folder);

    /** What every channel reads right now, for commissioning. Never blocks. */
    List<ChannelSight> channels();

    /** How the stores fare. Blocks for a moment. */
    StoreHealth health();

    /**
     * Answer to a command.
     *
     * @param refusal why not, or empty
     * @param kept whether what it did is on the disk; false while the disk stalls
     */
    record Outcome(Optional<Refusal> refusal, boolean kept) {}
}

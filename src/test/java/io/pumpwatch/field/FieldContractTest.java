package io.pumpwatch.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Field} must do. A new one gets a subclass. */
public abstract class FieldContractTest {
    private static final Now START = Now.of(1_790_000_000_000L, 123_456);
    private static final int SCANS = 200;

    private Field field;

    /** A field with at least two channels and samples for at least 20 s. */
    protected abstract Field open() throws Exception;

    /** An output of that field, if it has any. */
    protected abstract List<Output> knownOutputs();

    /** Tags that are looked at in each scan, and so as often as it comes. */
    protected Set<Tag> lookedAtInEachScan() {
        return Set.of();
    }

    @BeforeEach
    void openField() throws Exception {
        field = open();
    }

    @AfterEach
    void closeField() {
        field.close();
    }

    private List<Sample> readFor(int stepMs) {
        List<Sample> all = new ArrayList<>();
        for (int scan = 0; scan < SCANS; scan++) {
            all.addAll(field.read(START.plusMs((long) scan * stepMs)));
        }
        return all;
    }

    @Test
    void itReadsAtAll() {
        List<Sample> samples = readFor(100);
        Set<Tag> tags = new HashSet<>();
        samples.forEach(sample -> tags.add(sample.tag()));
        assertTrue(tags.size() >= 2, "tags read: " + tags);
        assertTrue(samples.size() >= 2 * 15, "samples read: " + samples.size());
    }

    @Test
    void numbersOfATagIncreaseAndStampsDont_goBack() {
        Map<Tag, Sample> last = new HashMap<>();
        for (Sample sample : readFor(100)) {
            Sample before = last.put(sample.tag(), sample);
            assertTrue(sample.number() > 0);
            if (before != null) {
                assertTrue(sample.number() > before.number(), before + " then " + sample);
                assertTrue(sample.uptimeMs() >= before.uptimeMs(), before + " then " + sample);
            }
        }
    }

    @Test
    void noStampIsInTheFutureNorFromBeforeTheFirstRead() {
        for (int scan = 0; scan < SCANS; scan++) {
            Now now = START.plusMs(scan * 333L);
            for (Sample sample : field.read(now)) {
                assertTrue(sample.uptimeMs() <= now.uptimeMs(), sample + " at " + now);
                assertTrue(sample.uptimeMs() >= START.uptimeMs(), sample + " at " + now);
            }
        }
    }

    @Test
    void eachReadIsHandedOutOnce() {
        assertFalse(field.read(START.plusMs(0)).isEmpty(), "the first moment is read");
        field.read(START.plusMs(5_000));
        assertEquals(List.of(), field.read(START.plusMs(5_000)), "no time has passed");
        assertEquals(List.of(), field.read(START.plusMs(4_000)), "time went back");
    }

    @Test
    void samplesDontDependOnTheScanRate() throws Exception {
        List<Sample> often = readFor(100);
        try (Field other = open()) {
            List<Sample> rarely = new ArrayList<>(other.read(START));
            rarely.addAll(other.read(START.plusMs((SCANS - 1) * 100L)));
            often.removeIf(sample -> lookedAtInEachScan().contains(sample.tag()));
            rarely.removeIf(sample -> lookedAtInEachScan().contains(sample.tag()));
            assertEquals(often, rarely);
        }
    }

    @Test
    void unknownOutputsAreIgnored() {
        field.read(START);
        field.write(List.of(new Output(new Tag("ZZ-999"), true)), START);
        field.write(List.of(), START);
        field.write(knownOutputs(), START);
        assertFalse(field.read(START.plusMs(3_000)).isEmpty());
    }

    @Test
    void writeMayComeBeforeTheFirstRead() {
        field.write(knownOutputs(), START);
        assertFalse(field.read(START).isEmpty());
    }

    @Test
    void closeIsIdempotentAndNothingComesAfter() {
        field.read(START);
        field.close();
        field.close();
        assertEquals(List.of(), field.read(START.plusMs(10_000)));
        field.write(knownOutputs(), START.plusMs(10_000));
    }

    @Test
    void aReadNeverWaitsForTimeToPass() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            field.read(START);
            field.read(START.plusMs(3_600_000));
        });
    }

    @Test
    void wakingIsAccepted() {
        field.onEdge(() -> {});
        assertFalse(field.read(START).isEmpty());
    }
}

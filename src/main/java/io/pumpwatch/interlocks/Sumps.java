package io.pumpwatch.interlocks;

import static io.pumpwatch.interlocks.InterlockMemory.NOT;

import io.pumpwatch.interlocks.InterlockDecision.Course;
import io.pumpwatch.interlocks.InterlockEvent.LevelFound;
import io.pumpwatch.interlocks.InterlockEvent.LevelLost;
import io.pumpwatch.interlocks.InterlockMemory.SumpMemory;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockState.Gauge;
import io.pumpwatch.interlocks.InterlockState.Lost;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.Map;

/** A sump: where its level goes, what happens when it is lost, float against transmitter, pumps that don't answer. */
final class Sumps {
    private Sumps() {}

    static Map<Tag, SumpMemory> watch(Work work, InterlockMemory memory) {
        Map<Tag, SumpMemory> next = new HashMap<>();
        for (Sump sump : work.plan.sumps()) {
            SumpMemory before = memory.sumps().getOrDefault(sump.level(), SumpMemory.FRESH);
            next.put(sump.level(), watch(work, sump, before));
        }
        return next;
    }

    private static SumpMemory watch(Work work, Sump sump, SumpMemory before) {
        Reading level = work.readings().of(sump.level());
        RateWindow rate = before.rate();
        double lastGood = before.lastGood();
        long lastGoodUtcMs = before.lastGoodUtcMs();
        if (level.used()) {
            rate = rate.with(level.sampleUptimeMs(), level.value(), sump.rateWindowMs());
            lastGood = level.value();
            lastGoodUtcMs = work.now.utcMs();
        }
        SumpMemory seen = new SumpMemory(rate, lastGood, lastGoodUtcMs, before.askedMs());
        lost(work, sump, level, seen);
        long askedMs = gauge(work, sump, before.askedMs());
        enter(work, sump, level);
        course(work, sump, level, rate);
        floatSwitch(work, sump, level);
        for (Tag tag : sump.pumps()) {
            PumpPlan pump = work.plan.pump(tag);
            if (pump != null) {
                answer(work, sump, pump, rate);
            }
        }
        return new SumpMemory(rate, lastGood, lastGoodUtcMs, askedMs);
    }

    private static void lost(Work work, Sump sump, Reading level, SumpMemory memory) {
        boolean draining = false;
        for (Tag pump : sump.pumps()) {
            draining |= work.state().pump(pump).running();
        }
        boolean needed = draining || work.state().flood() != null;
        // "Waiting for initial data" is bad too, but within the freshness time nothing is lost yet.
        boolean waiting = level.cause() == QualityCause.WAITING_FOR_INITIAL_DATA;
        boolean nowLost = needed && level.bad() && !waiting;
        Lost known = work.state().lost().get(sump.level());
        if (nowLost && known == null) {
            double perMinute = memory.rate().perMinute(sump.rateWindowMs());
            Double last = Double.isNaN(memory.lastGood()) ? null : memory.lastGood();
            work.emit(new LevelLost(sump.level(), last, memory.lastGoodUtcMs(), perMinute));
        } else if (known != null && (!level.bad() || !needed)) {
            work.emit(new LevelFound(sump.level()));
        }
        work.check(sump.level(), Condition.LEVEL_LOST, work.state().lost().containsKey(sump.level()));
    }

    /** Since when a gauge reading is asked for; each entered one starts the time anew. */
    private static long gauge(Work work, Sump sump, long askedMs) {
        Lost lost = work.state().lost().get(sump.level());
        if (lost == null) {
            work.check(sump.level(), Condition.GAUGE_OVERDUE, false);
            return NOT;
        }
        long asked = askedMs == NOT ? work.uptimeMs() : askedMs;
        Gauge gauge = work.state().gauges().get(sump.level());
        if (gauge != null && gauge.at().boot() == work.boot) {
            asked = Math.max(asked, gauge.at().uptimeMs());
        }
        work.check(sump.level(), Condition.GAUGE_OVERDUE, work.since(asked) >= sump.gaugeMs());
        return asked;
    }

    private static void enter(Work work, Sump sump, Reading level) {
        Gauge gauge = work.state().gauges().get(sump.level());
        Lost lost = work.state().lost().get(sump.level());
        boolean newer = gauge != null && lost != null && isNewer(work, gauge, lost);
        if (gauge != null && newer) {
            work.entered.put(
                    sump.level(),
                    new Reading(
                            sump.level(),
                            gauge.value(),
                            gauge.value(),
                            Quality.UNCERTAIN,
                            QualityCause.MANUAL,
                            Use.USED,
                            level.sampleNumber(),
                            level.sampleUptimeMs()));
        }
    }

    private static boolean isNewer(Work work, Gauge gauge, Lost lost) {
        long gaugeAgo = gauge.at().elapsedMs(work.boot, work.now);
        long lostAgo = lost.at().elapsedMs(work.boot, work.now);
        return gaugeAgo >= 0 && lostAgo >= 0 && gaugeAgo <= lostAgo;
    }

    private static void course(Work work, Sump sump, Reading level, RateWindow rate) {
        double perMinute = rate.perMinute(sump.rateWindowMs());
        boolean rising = perMinute > 0 && level.used();
        long overflowMs = rising ? Math.max(0, Math.round((sump.overflow() - level.value()) / perMinute * 60_000)) : -1;
        work.levels.put(sump.level(), new Course(perMinute, overflowMs));
        Check tooFast = sump.riseMax() > 0 ? Check.of(perMinute > sump.riseMax()) : Check.ABSENT;
        Check soon = Check.of(sump.overflowMs() > 0 && overflowMs >= 0 && overflowMs < sump.overflowMs());
        work.check(sump.level(), Condition.RISE, level.used() ? tooFast : Check.HELD);
        work.check(sump.level(), Condition.OVERFLOW_SOON, level.used() ? soon : Check.HELD);
    }

    private static void floatSwitch(Work work, Sump sump, Reading level) {
        Tag floatTag = sump.floatSwitch();
        boolean up = floatTag != null && work.readings().of(floatTag).open();
        if (floatTag != null) {
            Reading contact = work.readings().of(floatTag);
            boolean comparable = contact.used() && level.used();
            boolean upAlone = up && level.value() < sump.floatLevel() - sump.floatBand();
            boolean downAlone = !up && level.value() > sump.floatLevel() + sump.floatBand();
            work.check(floatTag, Condition.FLOAT_DISAGREES, comparable ? Check.of(upAlone || downAlone) : Check.HELD);
        }
        Double stop = sump.lowLowStop();
        // No pump stops on a bad level, and the float's word is stronger than the transmitter's (Protection, Level
        // lost).
        if (stop != null && level.used() && level.value() < stop && !up) {
            work.dryRun.addAll(sump.pumps());
        }
    }

    private static void answer(Work work, Sump sump, PumpPlan pump, RateWindow rate) {
        long runsMs = work.since(work.pump(pump.tag()).closedMs());
        if (pump.answerMs() <= 0 || runsMs < pump.answerMs()) {
            work.check(pump.running(), Condition.NO_ANSWER, false);
            return;
        }
        Tag flow = sump.flow();
        Reading flows = flow == null ? null : work.readings().of(flow);
        if (flows != null && flows.used()) {
            work.check(pump.running(), Condition.NO_ANSWER, flows.value() < sump.flowMin());
            return;
        }
        Reading level = work.readings().of(sump.level());
        boolean falls = rate.perMinute(sump.rateWindowMs()) < 0;
        work.check(pump.running(), Condition.NO_ANSWER, level.used() ? Check.of(!falls) : Check.HELD);
    }
}

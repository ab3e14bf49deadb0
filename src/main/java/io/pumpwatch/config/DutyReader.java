package io.pumpwatch.config;

import io.pumpwatch.duty.DutyPlan;
import java.time.ZoneId;

/** Reads what the station file says of people and shifts. */
final class DutyReader {
    private DutyReader() {}

    static DutyPlan read(Section root, ZoneId zone) {
        return new DutyPlan(HandoverReader.read(root, zone), accidentConfirmMs(root));
    }

    private static long accidentConfirmMs(Section root) {
        Section section = root.table("accident");
        if (section == null) {
            return DutyPlan.STANDARD.accidentConfirmMs();
        }
        long ms = section.duration("confirm", 10_000, 3_600_000, DutyPlan.STANDARD.accidentConfirmMs());
        section.done();
        return ms;
    }
}

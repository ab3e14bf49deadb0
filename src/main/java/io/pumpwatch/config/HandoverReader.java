package io.pumpwatch.config;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.duty.HandoverPlan.Tool;
import io.pumpwatch.station.Text;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code [handover]}: when crews change, what counts as overdue, and the tools that are counted. */
final class HandoverReader {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 3_600_000;
    private static final int TOOLS_MAX = 200;
    private static final int COUNT_MAX = 1_000;

    private HandoverReader() {}

    /** The plan with what the file says of handovers and accidents. */
    static DutyPlan with(Section root, DutyPlan duty, ZoneId zone) {
        return duty.with(read(root, duty, zone), confirmMs(root));
    }

    private static long confirmMs(Section root) {
        Section section = root.table("accident");
        if (section == null) {
            return DutyPlan.CONFIRM_MS;
        }
        long ms = section.duration("confirm", 10_000, HOUR_MS, DutyPlan.CONFIRM_MS);
        section.done();
        return ms;
    }

    private static HandoverPlan read(Section root, DutyPlan duty, ZoneId zone) {
        List<LocalTime> begins =
                duty.timetable().shifts().stream().map(shift -> shift.begin()).toList();
        HandoverPlan usual = HandoverPlan.STANDARD;
        Section section = root.table("handover");
        if (section == null) {
            return new HandoverPlan(begins, zone, usual.graceMs(), usual.earlyMs(), usual.draftMs(), List.of());
        }
        HandoverPlan plan = new HandoverPlan(
                section.has("changes") ? changes(section) : begins,
                zone,
                section.duration("grace", MINUTE_MS, 6 * HOUR_MS, usual.graceMs()),
                section.duration("early", 0, 6 * HOUR_MS, usual.earlyMs()),
                section.duration("draft", 5 * MINUTE_MS, 8 * HOUR_MS, usual.draftMs()),
                tools(section));
        section.done();
        return plan;
    }

    private static List<LocalTime> changes(Section section) {
        List<LocalTime> changes = new ArrayList<>();
        for (Section.Item item : section.strings("changes")) {
            LocalTime change = Daytime.of(item.text());
            if (change != null) {
                changes.add(change);
            } else {
                Text form = new Text("times of day such as 08:00", "时刻，如 08:00");
                section.faultAt(item.spot(), FaultKind.BAD_TEXT, "changes", item.text(), form);
            }
        }
        return changes;
    }

    private static List<Tool> tools(Section section) {
        Map<String, Tool> tools = new TreeMap<>();
        List<Tool> inOrder = new ArrayList<>();
        for (Section each : section.tables("tools")) {
            String id = each.string("id");
            Tool tool = new Tool(id, each.requiredText("name"), each.whole("count", 0, COUNT_MAX, 1));
            Text form =
                    new Text("a short name that stands once, at most " + TOOLS_MAX, "不重复的短名称，最多 " + TOOLS_MAX + " 个");
            boolean good = id.matches("[a-z0-9][a-z0-9-]{0,31}") && inOrder.size() < TOOLS_MAX;
            if (!id.isBlank() && (!good || tools.put(id, tool) != null)) {
                each.fault("id", FaultKind.BAD_TEXT, "id", id, form);
            } else {
                inOrder.add(tool);
            }
            each.done();
        }
        return inOrder;
    }
}

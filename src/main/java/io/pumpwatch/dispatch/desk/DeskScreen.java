package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.desk.DeskView.AlarmLine;
import io.pumpwatch.dispatch.desk.DeskView.Presence;
import io.pumpwatch.dispatch.desk.DeskView.StationLine;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.StatusPayload;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a desk shows, as plain lines of text; a pure function of what it knows. */
public final class DeskScreen {
    private final Lang lang;
    private final DateTimeFormatter time;

    /** Words in that language, times in that zone. */
    public DeskScreen(Lang lang, ZoneId zone) {
        this.lang = lang;
        this.time = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The whole picture: the desk's link if it is down, stations that need attention first, then every alarm. */
    public List<String> lines(DeskView view) {
        List<String> lines = new ArrayList<>();
        if (!view.link().connected()) {
            lines.add(word("NO CONNECTION TO THE BROKER, all below may be old", "与服务器断开，以下可能已过时")
                    + (view.linkFault().isEmpty() ? "" : ": " + view.linkFault()));
        }
        long online = view.stations().stream()
                .filter(station -> station.presence() == Presence.ONLINE)
                .count();
        lines.add(word("stations online", "在线泵站") + " " + online + "/"
                + view.stations().size() + "   "
                + word("alarms", "报警") + " " + view.alarms().size());
        view.stations().forEach(station -> lines.add(station(station)));
        view.alarms().forEach(alarm -> lines.add(alarm(alarm)));
        return lines;
    }

    private String station(StationLine line) {
        StringBuilder out = new StringBuilder(
                String.format(Locale.ROOT, "%-24s %s  %s", line.station(), presence(line.presence()), line.last()));
        StatusPayload status = line.status();
        if (status != null) {
            long behind = status.durable().epoch() == line.last().epoch()
                    ? status.durable().seq() - line.last().seq()
                    : 0;
            if (behind > 0) {
                out.append("  ").append(word("waiting entries ", "待收记录 ")).append(behind);
            }
            if (status.clock() == ClockTrust.UNSET) {
                out.append("  ").append(word("CLOCK NOT SET", "时钟未校准"));
            }
        }
        if (line.missing()) {
            out.append("  ").append(word("ENTRIES MISSING", "记录缺失"));
        }
        if (line.broken() > 0) {
            out.append("  ")
                    .append(word("CHAIN OR HISTORY BROKEN: ", "哈希链或历史异常："))
                    .append(line.broken());
        }
        return out.toString();
    }

    private String alarm(AlarmLine line) {
        AlarmPayload alarm = line.alarm();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  %s  %-24s %-14s %s%s  %s",
                priority(alarm.priority()),
                time.format(Instant.ofEpochMilli(alarm.sinceUtcMs())),
                line.station(),
                alarm.id(),
                state(alarm.state()),
                value(alarm),
                alarm.text().in(lang)));
        mark(out, alarm.functionCheck(), "FUNCTION CHECK", "功能检查");
        mark(out, !alarm.kept(), "not kept yet", "尚未存盘");
        mark(out, alarm.masks().shelved(), "shelved", "已搁置");
        mark(out, alarm.masks().outOfService(), "out of service", "停用");
        mark(out, alarm.masks().suppressed(), "suppressed", "已抑制");
        if (!line.seenBy().isEmpty()) {
            mark(out, true, "seen by " + line.seenBy(), line.seenBy() + "已阅");
        }
        return out.toString();
    }

    private void mark(StringBuilder out, boolean is, String en, String zh) {
        if (is) {
            out.append("  [").append(word(en, zh)).append(']');
        }
    }

    private static String value(AlarmPayload alarm) {
        return alarm.value() == null ? "" : "  " + number(alarm.value()) + " " + alarm.unit() + limit(alarm.setpoint());
    }

    private static String limit(@Nullable Double setpoint) {
        return setpoint == null ? "" : " (" + number(setpoint) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** One note as one line. */
    public String line(DeskNote note) {
        StringBuilder out = new StringBuilder(time.format(Instant.ofEpochMilli(note.utcMs())));
        out.append("  ").append(note.station().isEmpty() ? "-" : note.station());
        AlarmPayload alarm = note.alarm();
        if (alarm != null) {
            return out.append("  ")
                    .append(priority(alarm.priority()))
                    .append("  ")
                    .append(alarm.id())
                    .append("  ")
                    .append(state(alarm.state()))
                    .append(value(alarm))
                    .append("  ")
                    .append(alarm.text().in(lang))
                    .toString();
        }
        out.append("  ").append(note.kind().words().in(lang));
        if (note.entry().seq() > 0) {
            out.append("  ").append(note.entry());
        }
        return note.detail().isEmpty()
                ? out.toString()
                : out.append("  ").append(note.detail()).toString();
    }

    private String presence(Presence presence) {
        Text words = switch (presence) {
            case ONLINE -> new Text("online ", "在线");
            case OFFLINE -> new Text("OFFLINE", "离线");
            case SILENT -> new Text("SILENT ", "无消息");
            case UNKNOWN -> new Text("unknown", "未知");
        };
        return words.in(lang);
    }

    private String priority(Priority priority) {
        Text words = switch (priority) {
            case CRITICAL -> new Text("CRITICAL", "紧急");
            case HIGH -> new Text("HIGH    ", "高  ");
            case MEDIUM -> new Text("medium  ", "中  ");
            case LOW -> new Text("low     ", "低  ");
        };
        return words.in(lang);
    }

    private String state(State state) {
        Text words = switch (state) {
            case NORMAL -> new Text("normal", "正常");
            case UNACKED -> new Text("UNACKNOWLEDGED", "未确认");
            case ACKED -> new Text("acknowledged", "已确认");
            case RTN_UNACKED -> new Text("RETURNED, UNACKNOWLEDGED", "已恢复，未确认");
            case LATCHED_UNACKED -> new Text("LATCHED, UNACKNOWLEDGED", "已锁定，未确认");
            case LATCHED_ACKED -> new Text("latched, acknowledged", "已锁定，已确认");
        };
        return words.in(lang);
    }

    private String word(String en, String zh) {
        return new Text(en, zh).in(lang);
    }
}

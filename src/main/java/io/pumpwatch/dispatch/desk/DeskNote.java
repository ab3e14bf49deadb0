package io.pumpwatch.dispatch.desk;

import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.NoteJson;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that a dispatch seat is told.
 *
 * @param utcMs when the desk learned it, by its own clock
 * @param kind what it is
 * @param station {@code site/station}; empty for what concerns the desk's own link
 * @param entry entry that it is about, or NONE
 * @param alarm for ALARM
 * @param detail for people and programs: the line of an ENTRY, the point of an ALARM_CLEARED, a reason
 */
public record DeskNote(
        long utcMs,
        Kind kind,
        String station,
        EntryId entry,
        @Nullable AlarmPayload alarm,
        String detail) {

    /** As one line of JSON for programs, without a newline. */
    public String json() {
        return NoteJson.line(utcMs, kind, station, entry, alarm, detail);
    }

    /** What a note tells. */
    public enum Kind {
        LINK_UP("connected to the broker", "已连接服务器"),
        LINK_DOWN("no connection to the broker: everything shown may be old", "与服务器断开，以下显示可能已过时"),
        ONLINE("station is online", "泵站在线"),
        OFFLINE("station is OFFLINE", "泵站离线"),
        SILENT("station says it is online, but nothing comes", "泵站状态为在线，但没有任何消息"),
        ALARM("alarm", "报警"),
        ALARM_CLEARED("alarm is normal", "报警恢复正常"),
        ENTRY("entry", "记录"),
        GAP("entries are missing; asked for them", "记录缺失，已请求补发"),
        GAP_DECLARED("the station declares a gap", "泵站声明记录缺口"),
        STUB("an entry came as a stub only", "一条记录仅收到摘要"),
        EPOCH_BREAK("the journal starts a new epoch (restore or salvage)", "日志进入新纪元（恢复或抢救）"),
        CHAIN_BROKEN("HASH CHAIN BROKEN", "哈希链断裂"),
        REWRITTEN("HISTORY REWRITTEN: an entry came again with other bytes", "历史被改写：同一记录内容不同"),
        STATION_BEHIND("the station knows less than this desk: its history was lost", "泵站的记录少于调度：其历史已丢失"),
        MALFORMED("a message can't be read", "消息无法读取"),
        REPLY("reply", "答复");

        private final String en;
        private final String zh;

        Kind(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        /** What it is, in words. */
        public Text words() {
            return new Text(en, zh);
        }
    }
}

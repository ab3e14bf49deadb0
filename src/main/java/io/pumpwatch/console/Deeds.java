package io.pumpwatch.console;

import static io.pumpwatch.console.Form.Field.choice;
import static io.pumpwatch.console.Form.Field.counts;
import static io.pumpwatch.console.Form.Field.list;
import static io.pumpwatch.console.Form.Field.maybe;
import static io.pumpwatch.console.Form.Field.number;
import static io.pumpwatch.console.Form.Field.phrases;
import static io.pumpwatch.console.Form.Field.text;
import static io.pumpwatch.console.Form.Field.yes;

import io.pumpwatch.console.Deed.Proof;
import io.pumpwatch.console.Form.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be done, by screen and key. The keys that a screen shows come from here. */
final class Deeds {
    /** Done at once: whoever sees an accident doesn't look for their PIN. */
    static final Deed ACCIDENT = new Deed(null, "!", "accident", "accident", Proof.NONE, List.of(maybe("text")));

    static final Deed SILENCE = new Deed(null, "s", "silence", "silence", Proof.NONE, List.of());

    /** Opens a session without doing anything else: off the station's own machine most is shown only in one. */
    static final Deed SIGN_IN = new Deed(null, "S", "sign-in", "", Proof.PIN, List.of());

    static final List<Deed> ALL = all();

    private Deeds() {}

    private static List<Deed> all() {
        List<Deed> all = new ArrayList<>(List.of(ACCIDENT, SILENCE, SIGN_IN));
        protection(all);
        alarms(all);
        sheets(all);
        jobs(all);
        handover(all);
        defects(all);
        shift(all);
        muster(all);
        visitors(all);
        files(all);
        return List.copyOf(all);
    }

    private static void add(
            List<Deed> all, Screen screen, String key, String name, String verb, Proof proof, Field... fields) {
        all.add(new Deed(screen, key, name, verb, proof, List.of(fields)));
    }

    private static void protection(List<Deed> all) {
        Screen at = Screen.OVERVIEW;
        add(all, at, "c", "cause", "cause", Proof.PIN, text("header"), text("cause"));
        add(all, at, "e", "release", "release", Proof.PIN, text("header"));
        add(all, at, "t", "trial", "trial", Proof.TWO, text("header"), text("pump"));
        add(all, at, "a", "announce", "stop-announce", Proof.SIGNED_IN, text("pump"), text("reason"));
        add(all, at, "x", "explain", "stop-explain", Proof.SIGNED_IN, text("pump"), text("reason"));
        add(all, at, "g", "gauge", "gauge", Proof.SIGNED_IN, text("level"), number("value"));
        add(all, at, "A", "accident-confirm", "accident-confirm", Proof.PIN, maybe("text"));
        add(all, at, "T", "accident-statement", "accident-statement", Proof.PIN, text("text"));
    }

    private static void alarms(List<Deed> all) {
        Screen at = Screen.ALARMS;
        add(all, at, "a", "ack", "acknowledge", Proof.SIGNED_IN);
        add(all, at, "A", "ack-all", "acknowledge", Proof.SIGNED_IN);
        add(all, at, "h", "shelve", "shelve", Proof.PIN, text("reason"), number("minutes"));
        add(all, at, "r", "reset", "reset", Proof.PIN);
        add(all, at, "f", "confirm", "confirm", Proof.SIGNED_IN, text("text"));
        add(all, at, "o", "out", "out-of-service", Proof.PIN, text("reason"), number("minutes"));
        Screen every = Screen.POINTS;
        add(all, every, "d", "drill", "drill-start", Proof.PIN, text("reason"), number("minutes"));
        add(all, every, "e", "drill-end", "drill-end", Proof.PIN);
        add(all, every, "u", "unshelve", "unshelve", Proof.SIGNED_IN);
        add(all, every, "i", "in", "in-service", Proof.PIN);
        add(all, every, "h", "shelve", "shelve", Proof.PIN, text("reason"), number("minutes"));
        add(all, every, "o", "out", "out-of-service", Proof.PIN, text("reason"), number("minutes"));
    }

    private static void sheets(List<Deed> all) {
        Screen at = Screen.ROUND;
        add(all, at, "b", "begin", "sheet-start", Proof.SIGNED_IN);
        add(all, at, "n", "normal", "sheet-item", Proof.SIGNED_IN);
        add(all, at, "x", "abnormal", "sheet-item", Proof.SIGNED_IN, text("text"));
        add(all, at, "z", "not-applicable", "sheet-item", Proof.SIGNED_IN);
        add(all, at, "k", "skip", "sheet-skip", Proof.SIGNED_IN, text("reason"));
        add(all, at, "m", "note", "sheet-note", Proof.SIGNED_IN, text("text"));
        add(all, at, "g", "sign", "sheet-sign", Proof.PIN);
    }

    private static void jobs(List<Deed> all) {
        add(all, Screen.JOBS, "j", "job", "job-open", Proof.PIN, text("kind"), maybe("pump"), text("text"));
        add(all, Screen.JOBS, "w", "work", "work-handle", Proof.SIGNED_IN, number("item"), text("text"));
        Screen at = Screen.JOB;
        Field where = choice("where", "console.tool", "out", "back", "home", "missing");
        add(all, at, "j", "join", "job-join", Proof.PIN);
        add(all, at, "l", "leave", "job-leave", Proof.PIN);
        add(all, at, "n", "step", "job-step", Proof.PIN, maybe("text"));
        add(all, at, "k", "skip-step", "job-skip", Proof.PIN, text("reason"));
        add(all, at, "t", "tool", "job-tool", Proof.SIGNED_IN, text("tool"), where, maybe("text"));
        add(all, at, "p", "gauge-read", "job-gauge", Proof.PIN, number("value"));
        add(all, at, "u", "unlock", "job-unlock", Proof.PIN, text("of"), text("reason"));
        add(all, at, "x", "close-job", "job-close", Proof.PIN, text("text"), yes("tidy"));
    }

    private static void handover(List<Deed> all) {
        Screen at = Screen.HANDOVER;
        add(all, at, "d", "draft", "handover-draft", Proof.SIGNED_IN);
        add(all, at, "t", "tools", "handover-tools", Proof.SIGNED_IN, counts("counts"));
        add(all, at, "m", "remark", "handover-remark", Proof.SIGNED_IN, text("text"), maybe("topic"));
        add(all, at, "e", "order", "handover-order", Proof.SIGNED_IN, text("giver"), text("text"));
        add(all, at, "g", "hand-over", "handover-sign", Proof.PIN, maybe("text"));
        add(all, at, "y", "accept", "handover-accept", Proof.PIN, maybe("text"));
        add(all, at, "o", "object", "handover-object", Proof.PIN, text("text"));
        Field why = choice("reason", "handover.reason", "not-told", "drunk", "ill", "unfit");
        add(all, at, "r", "refuse", "handover-refuse", Proof.PIN, why, maybe("refused"), maybe("text"));
        add(all, at, "c", "amend", "handover-amend", Proof.PIN, text("text"));
        add(all, at, "v", "seen", "handover-seen", Proof.PIN);
        add(all, at, "k", "countersign", "handover-countersign", Proof.PIN, maybe("text"));
        add(all, at, "l", "let-go", "handover-let-go", Proof.PIN, text("id"), text("text"));
    }

    private static void defects(List<Deed> all) {
        Screen at = Screen.DEFECTS;
        add(all, at, "d", "defect", "defect", Proof.SIGNED_IN, text("equipment"), text("text"));
        add(all, at, "a", "assign", "defect-assign", Proof.SIGNED_IN, text("to"));
        add(all, at, "h", "handle", "defect-handle", Proof.SIGNED_IN, text("text"));
        add(all, at, "x", "close", "defect-close", Proof.PIN, text("text"));
        add(all, at, "r", "reopen", "defect-reopen", Proof.SIGNED_IN, text("text"));
    }

    private static void shift(List<Deed> all) {
        Screen at = Screen.SHIFT;
        add(all, at, "i", "sign-on", "sign-on", Proof.PIN, maybe("work"), list("gear"), yes("sober"), yes("rested"));
        Field missing = text("reason");
        Field gear = list("gear");
        add(
                all,
                at,
                "w",
                "without",
                "sign-on-without",
                Proof.TWO,
                maybe("work"),
                gear,
                yes("sober"),
                yes("rested"),
                missing);
        add(all, at, "o", "sign-off", "sign-off", Proof.PIN);
        add(all, at, "p", "present", "present", Proof.PIN);
        add(all, at, "b", "briefing", "briefing-sign", Proof.PIN);
        add(all, at, "m", "muster", "muster-arrive", Proof.PIN);
        add(all, at, "d", "door", "door-announce", Proof.SIGNED_IN, text("reason"), number("minutes"));
        Field risks = phrases("risks");
        add(all, at, "h", "hold-briefing", "briefing-hold", Proof.PIN, text("text"), risks, phrases("measures"));
        add(all, at, "t", "test", "test", Proof.PIN, text("of"), number("mg"));
        Screen roster = Screen.ROSTER;
        Field shift = text("shift");
        Field people = list("people");
        add(all, roster, "a", "arrange", "roster-set", Proof.PIN, shift, text("from"), number("days"), people);
        add(all, roster, "x", "excuse", "roster-excuse", Proof.PIN, text("of"), text("reason"));
    }

    private static void muster(List<Deed> all) {
        Screen at = Screen.MUSTER;
        add(all, at, "c", "muster-call", "muster-call", Proof.PIN, text("reason"));
        add(all, at, "m", "muster", "muster-arrive", Proof.PIN);
        add(all, at, "x", "muster-excuse", "muster-excuse", Proof.PIN, text("of"), text("reason"));
        add(all, at, "e", "muster-end", "muster-end", Proof.PIN, text("text"));
        add(all, at, "f", "flood-on", "flood-on", Proof.PIN, text("reason"));
        add(all, at, "o", "flood-off", "flood-off", Proof.PIN, text("reason"));
    }

    private static void visitors(List<Deed> all) {
        Screen at = Screen.VISITORS;
        Field reason = text("reason");
        add(all, at, "i", "visitor-in", "visitor-in", Proof.SIGNED_IN, text("name"), text("escort"), reason);
        add(all, at, "o", "visitor-out", "visitor-out", Proof.SIGNED_IN);
        add(all, at, "x", "outsider", "visitor-outsider", Proof.SIGNED_IN, text("name"), text("text"));
        add(all, at, "a", "approve", "visitor-approve", Proof.PIN, text("name"), text("until"), reason);
        add(all, at, "k", "revoke", "visitor-revoke", Proof.PIN);
        add(all, at, "d", "door", "door-announce", Proof.SIGNED_IN, reason, number("minutes"));
        add(all, at, "w", "door-explain", "door-explain", Proof.SIGNED_IN, text("text"));
    }

    /** A report goes into a file as it is chosen or as it is read. */
    private static void files(List<Deed> all) {
        for (Screen at : List.of(Screen.RECORDS, Screen.RECORD)) {
            add(all, at, "c", "save-csv", "csv", Proof.FILE);
            add(all, at, "x", "save-xlsx", "xlsx", Proof.FILE);
            add(all, at, "j", "save-jsonl", "jsonl", Proof.FILE);
        }
    }

    /** What that key begins on that screen, or null. */
    static @Nullable Deed of(Screen screen, String key) {
        return ALL.stream()
                .filter(deed -> deed.key().equals(key) && (deed.screen() == null || deed.screen() == screen))
                .findFirst()
                .orElse(null);
    }

    /** What can be done on a screen, besides what can be done everywhere. */
    static List<Deed> on(Screen screen) {
        return ALL.stream().filter(deed -> deed.screen() == screen).toList();
    }
}

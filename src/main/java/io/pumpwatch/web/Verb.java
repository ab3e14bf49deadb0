package io.pumpwatch.web;

import io.pumpwatch.scan.Command;
import io.pumpwatch.view.StationView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One act of the API.
 *
 * @param name last part of its address
 * @param proof who must be proven
 * @param required fields that it needs
 * @param optional fields that it knows
 * @param maker makes the station's command from them
 */
record Verb(String name, Proof proof, List<String> required, List<String> optional, Maker maker) {
    /** Fields that are never shown again. */
    static final Set<String> SECRETS = Set.of("pin", "secondPin", "newPin", "code");

    /** Acts that a signed-in person does with a click; every other one is a signature and asks the PIN again. */
    private static final Set<String> CLICKS = Set.of(
            "accident",
            "silence",
            "acknowledge",
            "shelve",
            "unshelve",
            "confirm",
            "in-service",
            "defect",
            "defect-assign",
            "defect-handle",
            "defect-close",
            "defect-reopen",
            "sheet-start",
            "sheet-item",
            "sheet-note",
            "sheet-skip",
            "job-tool",
            "work-handle",
            "stop-announce",
            "stop-explain",
            "gauge",
            "roster-set",
            "roster-excuse",
            "muster-excuse",
            "door-announce",
            "door-explain",
            "visitor-approve",
            "visitor-revoke",
            "visitor-in",
            "visitor-outsider",
            "visitor-out",
            "certificate",
            "training",
            "examination",
            "remark",
            "remark-answer",
            "handover-draft",
            "handover-tools",
            "handover-remark",
            "handover-order",
            "handover-seen");

    /** Who must be proven. */
    enum Proof {
        /** Nobody: accident and silence never wait for a PIN. A person may be named. */
        NOBODY,
        PERSON,
        /** Two people, each with their PIN. */
        TWO,
        /** A person, or who has the one-time code of the first chief. */
        PERSON_OR_CODE
    }

    /** Makes a command. */
    @FunctionalInterface
    interface Maker {
        Command command(Fields fields, StationView view) throws RequestFault;
    }

    /** Whether the person of a session may do it without giving the PIN again. */
    boolean sessionIsEnough() {
        return CLICKS.contains(name);
    }

    /** Fields without which it can't be done. */
    Set<String> needed(Fields fields) {
        Set<String> needed = new LinkedHashSet<>();
        if (proof == Proof.PERSON || proof == Proof.TWO || (proof == Proof.PERSON_OR_CODE && !fields.has("code"))) {
            needed.add("person");
            needed.add("pin");
        }
        needed.addAll(required);
        if (proof == Proof.TWO) {
            needed.add("second");
            needed.add("secondPin");
        }
        return needed;
    }

    /** Every field that it knows. */
    Set<String> known() {
        Set<String> known = new LinkedHashSet<>(List.of("person", "pin"));
        known.addAll(required);
        known.addAll(optional);
        if (proof == Proof.TWO) {
            known.add("second");
            known.add("secondPin");
        }
        if (proof == Proof.PERSON_OR_CODE) {
            known.add("code");
        }
        return known;
    }
}

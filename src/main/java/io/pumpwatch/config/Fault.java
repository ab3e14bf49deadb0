package io.pumpwatch.config;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;

/**
 * One thing that is wrong with a station file, or that somebody should know before it goes into force.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 * @param subject the tag or alarm point it is about, else the table or key
 * @param kind sort of fault; says too whether it is only a warning
 * @param what is wrong
 * @param allowed what would be right; empty where {@code what} says it all
 */
public record Fault(String file, int line, int column, String subject, FaultKind kind, Text what, Text allowed) {
    /** Whether the file can be used all the same. */
    public boolean warning() {
        return kind.warning();
    }

    /** One line: {@code file:line:column: TAG: what is wrong; allowed: …}. */
    public String render(Lang lang) {
        boolean zh = lang == Lang.ZH;
        StringBuilder line = new StringBuilder();
        line.append(file)
                .append(':')
                .append(this.line)
                .append(':')
                .append(column)
                .append(": ");
        if (warning()) {
            line.append(zh ? "警告: " : "warning: ");
        }
        if (!subject.isEmpty()) {
            line.append(subject).append(": ");
        }
        line.append(what.in(lang));
        if (!allowed.isEmpty()) {
            line.append(zh ? "；允许: " : "; allowed: ").append(allowed.in(lang));
        }
        return line.toString();
    }
}

package io.pumpwatch.web.pages;

/** How much something needs a person. Each has a sign of its own, so that it shows without colours. */
public enum Mark {
    NONE("", ""),
    /** Of use to know. */
    INFO("i", "info"),
    LOW("●", "low"),
    MEDIUM("■", "medium"),
    HIGH("◆", "high"),
    CRITICAL("▲", "critical"),
    GOOD("✓", "good");

    private final String sign;
    private final String style;

    Mark(String sign, String style) {
        this.sign = sign;
        this.style = style;
    }

    /** The sign that stands before the text. */
    public String sign() {
        return sign;
    }

    /** Name of its style. */
    public String style() {
        return style;
    }

    /** The mark of an alarm's priority. */
    public static Mark ofPriority(String priority) {
        return switch (priority) {
            case "critical" -> CRITICAL;
            case "high" -> HIGH;
            case "medium" -> MEDIUM;
            default -> LOW;
        };
    }
}

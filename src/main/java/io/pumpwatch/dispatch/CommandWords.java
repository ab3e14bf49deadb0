package io.pumpwatch.dispatch;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Text;
import io.pumpwatch.station.Words;

/** Words of replies in both languages: the agent doesn't know which one dispatch reads. */
public final class CommandWords {
    private CommandWords() {}

    /** A refusal in words; its bare code where there are none. */
    public static Text of(Refusal refusal) {
        return new Text(Words.of(Lang.EN).say(refusal), Words.of(Lang.ZH).say(refusal));
    }
}

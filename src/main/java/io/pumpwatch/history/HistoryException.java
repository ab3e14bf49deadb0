package io.pumpwatch.history;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A fault of the history's folder as a whole, with words for people in both languages. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text words;

    private HistoryException(Text words, @Nullable Throwable cause) {
        super(words.en(), cause);
        this.words = words;
    }

    static HistoryException locked(Path folder) {
        return new HistoryException(
                new Text(
                        "another pumpwatch writes the history in " + folder + ": stop it first, or name another folder",
                        "另一个 pumpwatch 正在写入历史目录 " + folder + "：请先停止它，或指定其他目录"),
                null);
    }

    static HistoryException missing(Path folder) {
        return new HistoryException(
                new Text(
                        "there is no history in " + folder + ": name the history folder of a data folder",
                        folder + " 中没有历史数据：请指定数据目录中的历史目录"),
                null);
    }

    static HistoryException io(Path place, Exception fault) {
        String detail = String.valueOf(fault.getMessage());
        return new HistoryException(
                new Text(
                        "the history in " + place + " can't be used (" + detail
                                + "): check that the disk has room and that the user of pumpwatch may write there",
                        "无法使用历史目录 " + place + "（" + detail + "）：请检查磁盘空间以及 pumpwatch 用户的写权限"),
                fault);
    }

    /** The words for people. */
    public String words(Lang lang) {
        return words.in(lang);
    }
}

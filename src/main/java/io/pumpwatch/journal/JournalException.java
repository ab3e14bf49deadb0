package io.pumpwatch.journal;

import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fault of the data folder or of what is in it, typed, with words for people in both languages. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final transient Map<String, String> args;

    public JournalException(Trouble trouble, Map<String, String> args) {
        this(trouble, args, null);
    }

    public JournalException(Trouble trouble, Map<String, String> args, @Nullable Throwable cause) {
        super(trouble.words(Lang.EN, args), cause);
        this.trouble = trouble;
        this.args = Map.copyOf(args);
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }

    /** What the words name. */
    public Map<String, String> args() {
        return args;
    }

    /** The words for people. */
    public String words(Lang lang) {
        return trouble.words(lang, args);
    }

    /** Sorts an I/O fault of a file into disk full, not writable, missing or plain I/O error. */
    public static JournalException of(Path file, IOException fault) {
        String detail =
                Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
        String lower = detail.toLowerCase(Locale.ROOT);
        Trouble trouble = Trouble.IO;
        if (lower.contains("no space left") || lower.contains("quota exceeded")) {
            trouble = Trouble.DISK_FULL;
        } else if (fault instanceof AccessDeniedException || lower.contains("read-only file system")) {
            trouble = Trouble.READ_ONLY;
            detail = fault instanceof AccessDeniedException ? "permission denied" : "read-only file system";
        } else if (fault instanceof NoSuchFileException) {
            trouble = Trouble.MISSING;
            detail = "no such file";
        }
        return new JournalException(trouble, Map.of("file", file.toString(), "detail", detail), fault);
    }

    /** The same for a file system that refuses every write. */
    public static JournalException of(Path file, ReadOnlyFileSystemException fault) {
        return new JournalException(
                Trouble.READ_ONLY, Map.of("file", file.toString(), "detail", "read-only file system"), fault);
    }

    static JournalException damaged(Path file, String at, String detail) {
        return new JournalException(Trouble.DAMAGED, Map.of("file", file.toString(), "at", at, "detail", detail));
    }
}

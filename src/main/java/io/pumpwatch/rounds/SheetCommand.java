package io.pumpwatch.rounds;

import org.jspecify.annotations.Nullable;

/** What is asked about rounds and sheets; {@code sheet} is the id of its definition, {@code round} for a round. */
public sealed interface SheetCommand extends RoundsCommand {
    /** Begin the sheet that is due. */
    record StartSheet(String sheet) implements SheetCommand {}

    /**
     * What somebody saw.
     *
     * @param item its id, or its place in the list counted from 1
     * @param verdict null where the number says it
     * @param value for an item that asks for a number
     * @param words what isn't normal, how it was tested, or a note
     * @param location text of the tag at the place; empty where none was read
     * @param correct whether it may replace an earlier answer
     */
    record EnterItem(
            String sheet,
            String item,
            @Nullable Verdict verdict,
            @Nullable Double value,
            String words,
            String location,
            boolean correct)
            implements SheetCommand {}

    /** Why a number differs from the instrument's reading. */
    record NoteItem(String sheet, String item, String words) implements SheetCommand {}

    /** Leave an item out, with the reason. */
    record SkipItem(String sheet, String item, String reason) implements SheetCommand {}

    /** Sign the sheet once all its items are answered. */
    record SignSheet(String sheet) implements SheetCommand {}
}

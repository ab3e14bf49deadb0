package io.pumpwatch.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a page. The template writes each kind; every block with an id is renewed while the page is open. */
public sealed interface Block {
    /** A text of one cell, with what marks it for those who can't see colours, and where it leads. */
    record Cell(String text, Mark mark, @Nullable String href) {
        /** A plain text. */
        public static Cell of(String text) {
            return new Cell(text, Mark.NONE, null);
        }

        /** A marked text. */
        public static Cell of(String text, Mark mark) {
            return new Cell(text, mark, null);
        }

        /** A link. */
        public static Cell link(String text, String href) {
            return new Cell(text, Mark.NONE, href);
        }
    }

    /** A label and what stands beside it. */
    record Fact(String label, Cell value) {}

    /** Facts below a heading. */
    record Facts(String id, String title, List<Fact> facts) implements Block {}

    /**
     * A table.
     *
     * @param empty what stands there when there are no rows
     */
    record Grid(String id, String title, List<String> columns, List<List<Cell>> rows, String empty) implements Block {}

    /** Lines that say something. */
    record Note(String id, Mark mark, List<String> lines) implements Block {}

    /** Links as buttons. */
    record Links(String title, List<Cell> links) implements Block {}

    /**
     * An input.
     *
     * @param kind text, someone, area, number, date, moment, select, check, item, count, hidden or pin
     * @param type how it is sent: text, number, flag, list, lines, numbers or count
     * @param options value and label of a select
     */
    record Input(
            String name,
            String label,
            String kind,
            String type,
            String value,
            boolean required,
            List<Option> options) {}

    /** A choice of a select. */
    record Option(String value, String label) {}

    /**
     * An act.
     *
     * @param verb of the API
     * @param folded whether it stands behind its title until it is opened
     */
    record Form(String verb, String title, String submit, List<Input> inputs, boolean folded) implements Block {
        /** Names it among all forms of a page: two jobs have forms of the same title. */
        public String key() {
            StringBuilder known = new StringBuilder(title);
            inputs.stream()
                    .filter(input -> input.kind().equals("hidden"))
                    .forEach(input -> known.append('/').append(input.value()));
            return verb + "-" + Integer.toHexString(known.toString().hashCode());
        }
    }

    /** A form that asks for the page again with other parameters. */
    record Filter(String path, String submit, List<Input> inputs) implements Block {}

    /**
     * A value between its limits, drawn as a bar.
     *
     * @param at place of the value, 0 to 100; negative where there is none
     * @param low and
     * @param high ends of the band where all is well, 0 to 100
     * @param limits places of the alarm limits, 0 to 100
     * @param limitWords the same in words; empty for none
     */
    record Bar(
            String tag,
            String name,
            String value,
            String unit,
            double at,
            double low,
            double high,
            List<Double> limits,
            String limitWords,
            Mark mark,
            String note) {}

    /** Bars. */
    record Bars(String id, String title, List<Bar> bars) implements Block {}

    /** A chart that the page's script draws. */
    record Chart(String tag, String title, String href) implements Block {}

    /** A sheet to fill in. */
    record Checks(String sheet, String key, boolean open, String progress, List<Check> checks) implements Block {}

    /**
     * One item of a sheet.
     *
     * @param evidence whether it is normal only with words that say how it was tested
     * @param reading what the instrument shows beside it; empty where there is none
     */
    record Check(
            int place,
            String id,
            String text,
            String about,
            boolean number,
            String unit,
            boolean location,
            boolean evidence,
            String verdict,
            String value,
            String words,
            String reading,
            boolean noteNeeded) {}

    /**
     * Places for signatures on paper, with the head of the chain below.
     *
     * @param last whether what follows isn't another paper; there the button for printing stands
     */
    record Signatures(List<String> places, String chain, boolean last) implements Block {}

    /** Heads a paper after the first one of a print. */
    record NextPaper(List<String> lines) implements Block {}

    /** A form as it lies on A4, 80 cells wide: lines of pieces, in each of which all letters are equally wide. */
    record Paper(String title, List<List<Piece>> lines) implements Block {}

    /**
     * Letters of one width.
     *
     * @param wide whether each takes two cells
     */
    record Piece(String text, boolean wide) {}
}

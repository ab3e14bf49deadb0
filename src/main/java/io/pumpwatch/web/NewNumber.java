package io.pumpwatch.web;

import io.pumpwatch.view.StationView;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The number that something new was given, so that the answer can name it: what follows is asked by that number. */
final class NewNumber {
    private NewNumber() {}

    /** The newest number of what this act opens; empty for an act that opens nothing, or where it isn't there yet. */
    static Optional<String> of(String verb, Fields fields, StationView view) throws RequestFault {
        String person = fields.text("person");
        return switch (verb) {
            case "job-open" ->
                newest(view.state().rounds().openJobs(), job -> job.by().equals(person));
            case "defect" ->
                newest(
                        view.state().rounds().openDefects(),
                        defect -> defect.by().equals(person));
            case "remark", "violation" ->
                newest(view.state().duty().roster().remarks().open(), remark -> person.equals(remark.by()));
            case "visitor-in", "visitor-outsider" -> {
                String name = fields.text("name");
                yield newest(
                        view.state().duty().premises().door().inside(),
                        visit -> visit.name().equals(name));
            }
            default -> Optional.empty();
        };
    }

    private static <T> Optional<String> newest(SortedMap<Long, T> open, Predicate<T> own) {
        return open.entrySet().stream()
                .filter(each -> own.test(each.getValue()))
                .reduce((earlier, later) -> later)
                .map(each -> Long.toString(each.getKey()));
    }
}

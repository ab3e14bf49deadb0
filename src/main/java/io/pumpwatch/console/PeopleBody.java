package io.pumpwatch.console;

import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who works here: roles, who is on duty, and each one's certificates, trainings and examinations. Pure. */
final class PeopleBody {
    private PeopleBody() {}

    /** A line for each person, those first whose papers end first, and below it one for each paper. */
    static List<Ink> rows(Data data, Say say) {
        People people = data.people();
        Papers papers = data.papers();
        if (people == null) {
            return List.of();
        }
        // The agent gives the papers in the order in which they end.
        List<Papers.Paper> all = papers == null ? List.of() : papers.papers();
        List<String> urgent = all.stream().map(Papers.Paper::person).distinct().toList();
        List<People.Someone> sorted = new ArrayList<>(
                people.people().stream().filter(People.Someone::active).toList());
        sorted.sort(Comparator.comparingInt(
                person -> urgent.contains(person.id()) ? urgent.indexOf(person.id()) : urgent.size()));
        List<Ink> rows = new ArrayList<>();
        for (People.Someone person : sorted) {
            rows.add(person(person, say));
            all.stream()
                    .filter(paper -> paper.person().equals(person.id()))
                    .forEach(paper -> rows.add(paper(paper, papers == null ? 0 : papers.warnDays(), say)));
        }
        return rows;
    }

    private static Ink person(People.Someone person, Say say) {
        String roles = person.roles().stream().map(say::role).collect(Collectors.joining(", "));
        Ink ink = new Ink().put(" " + person.name(), Ink.BOLD).put("  " + person.id(), Ink.DIM);
        ink.to(32).put(roles);
        if (person.onDutySince() != null) {
            ink.put("  " + say.word("console.duty") + " " + say.word("console.since") + " "
                    + say.at(person.onDutySince()));
        }
        return ink;
    }

    private static Ink paper(Papers.Paper paper, int warnDays, Say say) {
        Ink ink = new Ink()
                .put("    " + say.word("page.paper." + paper.sort()), Ink.DIM)
                .to(19)
                .put(paper.kind())
                .put(paper.number().isEmpty() ? "" : "  " + paper.number(), Ink.DIM)
                .to(40)
                .put(say.word("console.paper.until", Map.of("day", paper.expires())));
        Long left = paper.daysLeft();
        if (left != null && left < 0) {
            ink.put("  ! " + say.word("console.paper.over"), Ink.HIGH);
        } else if (left != null && left <= warnDays) {
            ink.put("  ! " + say.word("console.paper.ends", Map.of("days", "" + left)), Ink.MEDIUM);
        }
        return ink;
    }
}

package io.pumpwatch.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The package table and the fences of {@link HouseTest}, read from text, and what they say about one import.
 *
 * @param root package under which the table's packages lie, such as {@code io.pumpwatch}
 * @param mayImport for each package the other packages of the house that it may import
 * @param fences for each outside library, by package prefix, the packages of the house that may import it
 */
record House(String root, Map<String, Set<String>> mayImport, Map<String, List<String>> fences) {

    /** Reads both tables; a group name in the table stands for its members. */
    static House of(String root, String table, String fenceTable, Map<String, String> groups) {
        Map<String, Set<String>> mayImport = new LinkedHashMap<>();
        for (String[] row : rows(table)) {
            Set<String> allowed = new TreeSet<>();
            for (String word : words(row[1])) {
                allowed.addAll(words(groups.getOrDefault(word, word)));
            }
            allowed.remove(row[0]);
            mayImport.put(row[0], allowed);
        }
        Map<String, List<String>> fences = new LinkedHashMap<>();
        for (String[] row : rows(fenceTable)) {
            fences.put(row[0], words(row[1]));
        }
        return new House(root, mayImport, fences);
    }

    private static List<String[]> rows(String table) {
        List<String[]> rows = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            rows.add(new String[] {cells[0].strip(), cells[1].strip()});
        }
        return rows;
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split("\\s+"));
    }

    /** The package of the table that a class lies in, or "" for one outside the house. */
    String top(String className) {
        if (!className.startsWith(root + ".")) {
            return "";
        }
        String rest = className.substring(root.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? "(none)" : rest.substring(0, dot);
    }

    /** Why a class may not depend on another, or "" if it may. */
    String objection(String from, String to) {
        String top = top(from);
        Set<String> allowed = mayImport.get(top);
        if (allowed == null) {
            return "package " + top + " isn't in the table";
        }
        if (to.startsWith(root + ".")) {
            String target = top(to);
            return target.equals(top) || allowed.contains(target)
                    ? ""
                    : top + " may import only " + allowed + ", not " + target;
        }
        return fence(from, to);
    }

    private String fence(String from, String to) {
        String best = "";
        for (String prefix : fences.keySet()) {
            if (to.startsWith(prefix + ".") && prefix.length() > best.length()) {
                best = prefix;
            }
        }
        if (best.isEmpty()) {
            return to + " is of a library that has no row in the fence table";
        }
        for (String place : fences.getOrDefault(best, List.of())) {
            if (place.equals("*") || from.startsWith(root + "." + place + ".")) {
                return "";
            }
        }
        return best + " is fenced to " + fences.get(best);
    }

    /** The rule for every class of the house. */
    ArchCondition<JavaClass> keptBy() {
        return new ArchCondition<>("keep to the package table") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.getSimpleName().equals("package-info")) {
                    return;
                }
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String objection = target.isPrimitive() ? "" : objection(item.getName(), target.getName());
                    if (!objection.isEmpty()) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, objection + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }
}

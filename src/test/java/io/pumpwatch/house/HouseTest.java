package io.pumpwatch.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may import whom, and which library stays behind which wall. Subpackages share their package's row. */
class HouseTest {
    /** Package, and the packages it may import. A row may stand before its package exists. */
    private static final String TABLE = """
            station      |
            conditioning | station
            alarms       | station conditioning
            interlocks   | station conditioning
            duty         | station
            rounds       | station
            scan         | core
            journal      | core
            history      | station
            view         | core journal
            api          |
            field        | station
            dispatch     | core journal
            web          | core view history api
            console      | api station
            config       | core
            app          | core journal history view api field dispatch web console config
            cli          | core journal history view api field dispatch web console config app
            """;

    private static final Map<String, String> GROUPS =
            Map.of("core", "station conditioning alarms interlocks duty rounds scan");

    /** Package prefix from outside, and the places that may import it. What has no row, nobody may import. */
    private static final String FENCES = """
            java                  | *
            org.jspecify          | *
            javax                 | journal history field dispatch web console app cli
            jdk.net               | dispatch web app
            sun.misc              | app cli
            org.tinylog           | journal history field dispatch web console config app cli
            com.fasterxml.jackson | config journal history view dispatch web console app cli
            com.pi4j              | field.pi4j
            com.sun.jna           | app
            com.digitalpetri      | field.modbus
            com.fazecast          | field.modbus
            org.eclipse.paho      | dispatch
            org.h2.mvstore        | journal history
            org.h2.util           | journal history
            io.undertow           | web
            org.xnio              | web
            gg.jte                | web
            org.jline             | console
            org.tomlj             | config
            de.siegmar.fastcsv    | field.replay view web
            org.dhatim.fastexcel  | view web
            io.moquette           | app.demo
            io.netty              | app.demo field.modbus
            picocli               | cli
            """;

    /** What reaches outside by itself: no place for it in the core, where decisions are functions. */
    private static final List<String> IMPURE = List.of(
            "java.io.",
            "java.net.",
            "java.nio.",
            "java.util.Random",
            "java.util.Timer",
            "java.util.logging.",
            "java.util.concurrent.",
            "java.time.Clock",
            "java.lang.Thread");

    private static final House HOUSE = House.of("io.pumpwatch", TABLE, FENCES, GROUPS);

    private static final JavaClasses MAIN =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("io.pumpwatch");

    @Test
    void everyImportKeepsToTheTable() {
        assertTrue(MAIN.size() > 20, "the main classes weren't found: only " + MAIN.size());
        classes().should(HOUSE.keptBy()).check(MAIN);
    }

    @Test
    void theTableHasNoCircle() {
        Set<String> below = new TreeSet<>();
        HOUSE.mayImport().forEach((top, allowed) -> {
            assertTrue(below.containsAll(allowed), top + " imports upward: " + allowed);
            below.add(top);
        });
    }

    @Test
    void pahoStaysInOnePackageOfDispatch() {
        Set<String> places = new TreeSet<>();
        MAIN.forEach(from -> from.getDirectDependenciesFromSelf().forEach(dependency -> {
            if (dependency.getTargetClass().getName().startsWith("org.eclipse.paho.")) {
                places.add(from.getPackageName());
            }
        }));
        assertTrue(places.size() <= 1, "Paho is used in several packages: " + places);
    }

    @Test
    void theCoreReachesNothingOutside() {
        List<String> faults = new ArrayList<>();
        Set<String> core = Set.of(GROUPS.getOrDefault("core", "").split(" "));
        MAIN.forEach(from -> {
            if (core.contains(HOUSE.top(from.getName()))) {
                from.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String to = dependency.getTargetClass().getName();
                    if (IMPURE.stream().anyMatch(to::startsWith)) {
                        faults.add(dependency.getDescription());
                    }
                });
            }
        });
        assertEquals(List.of(), faults, "decisions in the core are functions of their arguments");
    }

    @Test
    void aViolationIsFound() {
        String root = "io.pumpwatch.house.fixture";
        House house = House.of(root, TABLE, FENCES, GROUPS);
        JavaClasses fixture = new ClassFileImporter().importPackages(root);
        EvaluationResult result = classes().should(house.keptBy()).evaluate(fixture);
        List<String> faults = result.getFailureReport().getDetails();
        assertTrue(faults.stream()
                .anyMatch(f -> f.startsWith("alarms may import only [conditioning, station], not duty")));
        assertTrue(faults.stream().anyMatch(f -> f.startsWith("station may import only [], not alarms")));
        assertTrue(faults.stream().anyMatch(f -> f.startsWith("org.h2.mvstore is fenced to [journal, history]")));
        assertTrue(faults.stream().anyMatch(f -> f.contains("has no row in the fence table")));
        assertFalse(faults.stream().anyMatch(f -> f.startsWith("duty")), "duty's own class is innocent");
    }

    @Test
    void unknownPackageIsRefused() {
        assertEquals(
                "package sheds isn't in the table", HOUSE.objection("io.pumpwatch.sheds.Shed", "java.lang.String"));
        assertEquals(
                "", HOUSE.objection("io.pumpwatch.dispatch.paho.Link", "org.eclipse.paho.client.mqttv3.MqttClient"));
        assertFalse(HOUSE.objection("io.pumpwatch.app.Station", "io.moquette.broker.Server")
                .isEmpty());
    }
}

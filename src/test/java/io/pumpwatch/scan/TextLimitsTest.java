package io.pumpwatch.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.BriefingCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every text of every command has its limit in the scan. */
class TextLimitsTest {
    private static final String LONG = "长".repeat(TextLimits.MAX + 1);
    private static final String JUST = "长".repeat(TextLimits.MAX);

    private static void collect(Class<?> family, List<Class<?>> commands) {
        for (Class<?> each : family.getPermittedSubclasses()) {
            if (each.isInterface()) {
                collect(each, commands);
            } else {
                commands.add(each);
            }
        }
    }

    /** A command whose texts are this one at one place and short elsewhere. */
    private static Record made(Class<?> type, int at, String text) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            values[i] = types[i] == String.class ? (i == at ? text : "x") : value(types[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return (Record) constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        if (type == double.class) {
            return 1.0;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>of(
                        List.class, List.of(),
                        Set.class, Set.of(Role.OPERATOR),
                        Tag.class, new Tag("P-101"),
                        AlarmId.class, AlarmId.parse("PT-101.HH"),
                        LocalDate.class, LocalDate.of(2026, 7, 6),
                        int.class, 1)
                .get(type);
    }

    @Test
    void everyTextOfEveryCommand() throws ReflectiveOperationException {
        List<Class<?>> commands = new ArrayList<>();
        List.of(AlarmCommand.class, InterlockCommand.class, DutyCommand.class, RoundsCommand.class)
                .forEach(family -> collect(family, commands));
        int texts = 0;
        for (Class<?> type : commands) {
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (components[i].getType() == String.class) {
                    texts++;
                    assertEquals(Optional.empty(), TextLimits.judge(made(type, i, JUST)), type.getSimpleName());
                    Refusal refusal = TextLimits.judge(made(type, i, LONG)).orElseThrow();
                    String name = components[i].getName();
                    assertEquals(
                            name.equals("words") ? "text" : name, refusal.args().get("field"));
                }
            }
        }
        assertTrue(texts > 60, "texts looked at: " + texts);
    }

    @Test
    void textsInListsAndInTheirParts() {
        var risks = List.of(new BriefingCommand.Risk("hose", "away"), new BriefingCommand.Risk("hose", LONG));
        Refusal refusal =
                TextLimits.judge(new BriefingCommand.HoldBriefing("x", risks)).orElseThrow();
        assertEquals("field.long", refusal.code());
        assertEquals("measure", refusal.args().get("field"));
    }
}

package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmEvent;
import io.pumpwatch.duty.DutyEvent;
import io.pumpwatch.interlocks.InterlockEvent;
import io.pumpwatch.rounds.RoundsEvent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of journal entry kinds: the feature and the event's name, such as {@code alarm.moved}. */
public final class Kinds {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Map<String, Class<? extends Record>> CLASSES = classes();

    private Kinds() {}

    /** Record class of each kind. */
    public static Map<String, Class<? extends Record>> byKind() {
        return CLASSES;
    }

    /** Kind of an event. */
    public static String of(StationEvent event) {
        return prefix(event) + name(body(event).getClass());
    }

    /** The feature's own event inside. */
    public static Record body(StationEvent event) {
        if (event instanceof StationEvent.Alarm e) {
            return (Record) e.event();
        }
        if (event instanceof StationEvent.Interlock e) {
            return (Record) e.event();
        }
        if (event instanceof StationEvent.Duty e) {
            return (Record) e.event();
        }
        if (event instanceof StationEvent.Rounds e) {
            return (Record) e.event();
        }
        return (Record) ((StationEvent.Agent) event).event();
    }

    /** Wraps a feature's own event. */
    public static StationEvent wrap(Record body) {
        if (body instanceof AlarmEvent e) {
            return new StationEvent.Alarm(e);
        }
        if (body instanceof InterlockEvent e) {
            return new StationEvent.Interlock(e);
        }
        if (body instanceof DutyEvent e) {
            return new StationEvent.Duty(e);
        }
        if (body instanceof RoundsEvent e) {
            return new StationEvent.Rounds(e);
        }
        if (body instanceof AgentEvent e) {
            return new StationEvent.Agent(e);
        }
        throw new IllegalArgumentException("not a station event: " + body.getClass());
    }

    private static String prefix(StationEvent event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ".";
    }

    private static String name(Class<?> event) {
        return HUMP.matcher(event.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Class<? extends Record>> classes() {
        Map<String, Class<? extends Record>> all = new TreeMap<>();
        add(all, "alarm.", AlarmEvent.class);
        add(all, "interlock.", InterlockEvent.class);
        add(all, "duty.", DutyEvent.class);
        add(all, "rounds.", RoundsEvent.class);
        add(all, "agent.", AgentEvent.class);
        return Map.copyOf(all);
    }

    private static void add(Map<String, Class<? extends Record>> all, String prefix, Class<?> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isInterface()) {
                add(all, prefix, member);
            } else {
                all.put(prefix + name(member), member.asSubclass(Record.class));
            }
        }
    }
}

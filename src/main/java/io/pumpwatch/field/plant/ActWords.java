package io.pumpwatch.field.plant;

import io.pumpwatch.field.plant.PlantScript.NotUnderstood;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one act from its words, and says what is allowed where it can't. */
final class ActWords {
    private static final List<String> VERBS = List.of("start", "stop", "fault", "clear", "door", "tank", "sump");
    private static final double TANK_PERCENT_MAX = 100;

    private final PlantSettings settings;
    private final Set<String> pumps = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();

    ActWords(PlantSettings settings) {
        this.settings = settings;
        settings.pumps().forEach(pump -> pumps.add(pump.tag().name()));
        settings.channels().forEach(channel -> channels.add(channel.tag().name()));
    }

    /** @param words at least one */
    Act act(List<String> words) throws NotUnderstood {
        String verb = words.get(0);
        List<String> rest = words.subList(1, words.size());
        Optional<Upset> upset = Words.find(Upset.class, verb);
        if (upset.isPresent()) {
            return begin(upset.get(), rest);
        }
        return switch (verb) {
            case "start", "stop" -> new Act.Button(pump(only(verb, rest, "P-101")), verb.equals("start"));
            case "fault" -> fault(rest);
            case "clear" -> clear(only(verb, rest, "PT-101"));
            case "door" -> door(only(verb, rest, "open"));
            case "tank" -> new Act.SetTank(amount(verb, rest, 0, TANK_PERCENT_MAX, "%"));
            case "sump" -> new Act.SetSump(amount(verb, rest, 0, settings.sump().depthM(), "m"));
            default -> throw unknown("act", "动作", verb, verbs());
        };
    }

    private static List<String> verbs() {
        List<String> all = new ArrayList<>(VERBS);
        all.addAll(Words.all(Upset.class));
        return all;
    }

    private static String only(String verb, List<String> rest, String example) throws NotUnderstood {
        if (rest.size() != 1) {
            throw new NotUnderstood(
                    verb + " takes one word, such as: " + verb + " " + example,
                    verb + " 后只跟一个词,例如:" + verb + " " + example);
        }
        return rest.get(0);
    }

    private Tag pump(String name) throws NotUnderstood {
        if (!pumps.contains(name)) {
            throw unknown("pump", "泵", name, pumps);
        }
        return new Tag(name);
    }

    private Act fault(List<String> rest) throws NotUnderstood {
        if (rest.size() != 2) {
            throw new NotUnderstood(
                    "fault takes a tag and a fault, such as: fault PT-101 broken-wire",
                    "fault 后跟位号和故障,例如:fault PT-101 broken-wire");
        }
        String tag = rest.get(0);
        String fault = rest.get(1);
        if (pumps.contains(tag)) {
            return new Act.Pump(
                    new Tag(tag),
                    Words.find(PumpFault.class, fault)
                            .orElseThrow(() -> unknown("fault of a pump", "泵故障", fault, Words.all(PumpFault.class))));
        }
        return new Act.Signal(
                new Tag(channel(tag)),
                Words.find(SignalFault.class, fault)
                        .orElseThrow(() -> unknown("fault of a channel", "通道故障", fault, Words.all(SignalFault.class))));
    }

    private String channel(String tag) throws NotUnderstood {
        if (!channels.contains(tag)) {
            Set<String> all = new TreeSet<>(channels);
            all.addAll(pumps);
            throw unknown("channel or pump", "通道或泵", tag, all);
        }
        return tag;
    }

    private Act clear(String what) throws NotUnderstood {
        Optional<Upset> upset = Words.find(Upset.class, what);
        if (upset.isPresent()) {
            return new Act.End(upset.get());
        }
        if (what.equals("all")) {
            return new Act.ClearAll();
        }
        if (pumps.contains(what)) {
            return new Act.Pump(new Tag(what), null);
        }
        if (channels.contains(what)) {
            return new Act.Signal(new Tag(what), null);
        }
        List<String> allowed = new ArrayList<>(Words.all(Upset.class));
        allowed.add("all");
        allowed.addAll(pumps);
        allowed.addAll(channels);
        throw unknown("thing to clear", "可清除项", what, allowed);
    }

    private static Act door(String word) throws NotUnderstood {
        return switch (word) {
            case "open" -> new Act.Door(true);
            case "shut" -> new Act.Door(false);
            default -> throw unknown("state of the door", "门状态", word, List.of("open", "shut"));
        };
    }

    private static Act begin(Upset upset, List<String> rest) throws NotUnderstood {
        if (rest.isEmpty()) {
            return new Act.Begin(upset);
        }
        if (!upset.graded()) {
            throw new NotUnderstood(upset.word() + " takes no amount", upset.word() + " 不带数值");
        }
        return new Act.Begin(upset, amount(upset.word(), rest, upset.lowest(), upset.highest(), upset.unit()));
    }

    /** A number in a range and, if it is there, its unit. */
    private static double amount(String verb, List<String> rest, double low, double high, String unit)
            throws NotUnderstood {
        double value = rest.isEmpty() ? Double.NaN : number(rest.get(0));
        String given = String.join(" ", rest.subList(Math.min(1, rest.size()), rest.size()));
        if (!(value >= low && value <= high) || !(given.isEmpty() || given.equals(unit))) {
            throw new NotUnderstood(
                    verb + " takes a number from " + low + " to " + high + " " + unit,
                    verb + " 的数值范围为 " + low + " 至 " + high + " " + unit);
        }
        return value;
    }

    /** NaN where it isn't a plain decimal number. */
    static double number(String text) {
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : Double.NaN;
    }

    private static NotUnderstood unknown(String en, String zh, String given, Collection<String> allowed) {
        String shown = given.length() > 40 ? given.substring(0, 40) + "…" : given;
        String all = String.join(", ", allowed);
        Optional<String> near = Optional.ofNullable(Nearest.of(shown, allowed));
        return new NotUnderstood(
                "unknown " + en + " " + shown
                        + near.map(name -> " (did you mean " + name + "?)").orElse("") + "; allowed: " + all,
                "未知的" + zh + " " + shown
                        + near.map(name -> "(是否为 " + name + "?)").orElse("") + ";允许:" + all);
    }
}

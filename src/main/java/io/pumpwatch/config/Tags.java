package io.pumpwatch.config;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every tag of the file with its table, so that what refers to it can be checked while it is read. */
final class Tags {
    private final Map<Tag, Known> all = new LinkedHashMap<>();

    private Tags() {}

    /** What a tag is. */
    enum Kind {
        INSTRUMENT("instrument", "an instrument", "仪表"),
        CONTACT("contact", "a contact", "触点"),
        PUMP("pump", "a pump", "水泵"),
        OUTPUT("output", "an output", "输出");

        private final String table;
        private final String en;
        private final String zh;

        Kind(String table, String en, String zh) {
            this.table = table;
            this.en = en;
            this.zh = zh;
        }

        Text words() {
            return new Text(en, zh);
        }
    }

    /** A tag's table. */
    record Known(Tag tag, Kind kind, Section section) {}

    /** Reads the names of all instruments, contacts, pumps and outputs. */
    static Tags read(Section root) {
        Tags tags = new Tags();
        for (Kind kind : Kind.values()) {
            Section table = root.table(kind.table);
            if (table != null) {
                table.children().forEach((name, section) -> tags.add(name, kind, section));
            }
        }
        return tags;
    }

    private void add(String name, Kind kind, Section section) {
        Tag tag = section.tag(name);
        if (tag == null) {
            return;
        }
        if (tag.equals(SelfCheck.AGENT) || tag.equals(DutyPlan.DUTY)) {
            section.faultAt(section.spot(), FaultKind.RESERVED_TAG, name);
            return;
        }
        Known before = all.get(tag);
        if (before != null) {
            section.faultAt(
                    section.spot(),
                    FaultKind.DUPLICATE_TAG,
                    name,
                    before.kind().table + "." + name,
                    before.section().spot().line());
            return;
        }
        all.put(tag, new Known(tag, kind, section));
    }

    /** All of one kind, in the order of the file. */
    List<Known> of(Kind kind) {
        return all.values().stream().filter(known -> known.kind() == kind).toList();
    }

    @Nullable
    Known known(Tag tag) {
        return all.get(tag);
    }

    boolean is(Tag tag, Kind kind) {
        Known known = all.get(tag);
        return known != null && known.kind() == kind;
    }

    /** The tag that this key names, or null where it is missing or faulted. */
    @Nullable
    Tag refOrNull(Section section, String key, Kind... kinds) {
        String name = section.stringOrNull(key);
        return name == null ? null : resolve(section, key, name, section.spot(key), List.of(kinds));
    }

    /** The tag that this key names; missing is a fault. */
    @Nullable
    Tag ref(Section section, String key, Kind... kinds) {
        String name = section.string(key);
        return name.isBlank() ? null : resolve(section, key, name, section.spot(key), List.of(kinds));
    }

    /** The tags that this list names, faulted ones left out. */
    List<Tag> refs(Section section, String key, Kind... kinds) {
        List<Tag> tags = new ArrayList<>();
        for (Section.Item item : section.strings(key)) {
            Tag tag = resolve(section, key, item.text(), item.spot(), List.of(kinds));
            if (tag != null && tags.contains(tag)) {
                section.faultAt(item.spot(), FaultKind.TWICE_IN_LIST, key, item.text());
            } else if (tag != null) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** As {@link #refs}; a missing or empty list is a fault. */
    List<Tag> requiredRefs(Section section, String key, Kind... kinds) {
        if (!section.has(key)) {
            Text allowed = new Text(
                    "a list of tags: " + String.join(", ", names(List.of(kinds))),
                    "位号列表: " + String.join(", ", names(List.of(kinds))));
            section.faultAt(section.spot(), FaultKind.MISSING_KEY, key, allowed);
        }
        return refs(section, key, kinds);
    }

    private @Nullable Tag resolve(Section section, String key, String name, Spot spot, List<Kind> kinds) {
        Known known = Tag.isTag(name) ? all.get(new Tag(name)) : null;
        if (known == null) {
            section.faultAt(spot, FaultKind.UNKNOWN_TAG, key, name, KnownWords.list(name, names(kinds)));
            return null;
        }
        if (!kinds.contains(known.kind())) {
            section.faultAt(
                    spot, FaultKind.WRONG_TAG, key, name, known.kind().words(), KnownWords.list("", names(kinds)));
            return null;
        }
        return known.tag();
    }

    private List<String> names(List<Kind> kinds) {
        return all.values().stream()
                .filter(known -> kinds.contains(known.kind()))
                .map(known -> known.tag().name())
                .toList();
    }

    /** Names of all tags. */
    Set<Tag> tags() {
        return all.keySet();
    }
}

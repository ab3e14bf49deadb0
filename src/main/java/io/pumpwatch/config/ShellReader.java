package io.pumpwatch.config;

import io.pumpwatch.config.LinkSettings.Receipts;
import io.pumpwatch.config.WebSettings.Http;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [dispatch]}, {@code [web]}, {@code [journal]}, {@code [history]} and {@code [[rule]]}. */
final class ShellReader {
    private static final long DAY_MS = 86_400_000;
    private static final Pattern BROKER =
            Pattern.compile("(tcp|ssl)://([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):([0-9]{1,5})");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    /** What every X.509 form of an Ed25519 public key begins with (RFC 8410). */
    private static final byte[] ED25519 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private static final int KEY_BYTES = 44;

    private ShellReader() {}

    /** The link, or null where the file has none. */
    static @Nullable LinkSettings link(Section root, String site, String station) {
        Section section = root.table("dispatch");
        if (section == null) {
            return null;
        }
        if (section.has("password")) {
            section.fault("password", FaultKind.SECRET);
        }
        String address = section.string("broker");
        Matcher broker = BROKER.matcher(address);
        boolean matches = broker.matches();
        int port = matches ? Integer.parseInt(broker.group(3)) : 1883;
        if (!address.isBlank() && (!matches || port < 1 || port > 65_535)) {
            section.fault("broker", FaultKind.BAD_BROKER, address);
        }
        boolean tls = matches && broker.group(1).equals("ssl");
        String host = matches ? broker.group(2) : "";
        Receipts receipts = section.requiredWord(
                "receipts", words("required", Receipts.REQUIRED, "none", Receipts.NONE), Receipts.NONE);
        Map<String, String> keys = keys(section);
        String seat = section.string("seat", "");
        if (receipts == Receipts.REQUIRED && !keys.containsKey(seat)) {
            section.fault(
                    section.has("seat") ? "seat" : "receipts",
                    FaultKind.NEEDS,
                    "receipts = \"required\"",
                    new Text("\"seat\", the name of one of [dispatch.keys]", "\"seat\", 即 [dispatch.keys] 中的一个名称"),
                    KnownWords.list(seat, keys.keySet()));
        }
        LinkSettings link = new LinkSettings(
                site,
                station,
                host,
                port,
                tls,
                section.string("client_id", "pumpwatch-" + site + "-" + station),
                section.stringOrNull("user"),
                section.stringOrNull("password_file"),
                tlsFile(section, "ca_file", tls),
                tlsFile(section, "cert_file", tls),
                tlsFile(section, "key_file", tls),
                receipts,
                seat,
                keys,
                section.duration("readings_every", 0, DAY_MS, 10_000),
                section.duration("unconfirmed_after", 0, DAY_MS, 15_000),
                section.duration("proof_within", 1_000, DAY_MS, 30_000));
        together(section, "cert_file", "key_file");
        section.done();
        return link;
    }

    private static <T> Map<String, T> words(String first, T one, String second, T two) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, one);
        words.put(second, two);
        return words;
    }

    private static @Nullable String tlsFile(Section section, String key, boolean tls) {
        String file = section.stringOrNull(key);
        if (file != null && !tls) {
            section.fault(
                    key,
                    FaultKind.NEEDS,
                    key,
                    "TLS",
                    new Text("broker = \"ssl://host:port\"", "broker = \"ssl://host:port\""));
        }
        return file;
    }

    private static void together(Section section, String one, String other) {
        if (section.has(one) != section.has(other)) {
            String there = section.has(one) ? one : other;
            String absent = section.has(one) ? other : one;
            section.fault(there, FaultKind.NEEDS, there, "\"" + absent + "\"", new Text("both", "两者都要"));
        }
    }

    private static Map<String, String> keys(Section section) {
        Map<String, String> keys = new LinkedHashMap<>();
        Section table = section.table("keys");
        if (table == null) {
            return keys;
        }
        for (String name : table.keys()) {
            String key = table.string(name);
            if (isEd25519(key)) {
                keys.put(name, key);
            } else if (!key.isBlank()) {
                table.fault(name, FaultKind.BAD_KEY, name);
            }
        }
        return keys;
    }

    private static boolean isEd25519(String line) {
        try {
            byte[] key = Base64.getDecoder().decode(line);
            return key.length == KEY_BYTES && Arrays.equals(key, 0, ED25519.length, ED25519, 0, ED25519.length);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Pages and API; loopback where the file says nothing. */
    static WebSettings web(Section root, Lang stationLang) {
        Section section = root.table("web");
        if (section == null) {
            return new WebSettings(Http.LOOPBACK, "127.0.0.1", WebSettings.PORT, stationLang, null, null);
        }
        Map<String, Http> words = new LinkedHashMap<>();
        words.put("loopback", Http.LOOPBACK);
        words.put("off", Http.OFF);
        words.put("tls", Http.TLS);
        words.put("in-the-clear-anybody-can-read-pins", Http.INSECURE);
        Http http = section.word("http", words, Http.LOOPBACK);
        String address = section.string("address", http == Http.LOOPBACK || http == Http.OFF ? "127.0.0.1" : "0.0.0.0");
        if (http == Http.LOOPBACK && !LOOPBACK.contains(address)) {
            section.fault("address", FaultKind.OPEN_WEB, address, "loopback");
        }
        WebSettings web = new WebSettings(
                http,
                address,
                section.whole("port", 1, 65_535, WebSettings.PORT),
                section.word("language", StationReader.LANGS, stationLang),
                section.stringOrNull("cert_file"),
                section.stringOrNull("key_file"));
        if (http == Http.TLS) {
            section.require("cert_file", Shape.STRING.words());
            section.require("key_file", Shape.STRING.words());
        }
        section.done();
        return web;
    }

    static JournalSettings journal(Section root) {
        Section section = root.table("journal");
        if (section == null) {
            return new JournalSettings(3 * 366, 4_096);
        }
        JournalSettings journal = new JournalSettings(
                (int) (section.duration("retention", 31 * DAY_MS, 36_500 * DAY_MS, 3 * 366 * DAY_MS) / DAY_MS),
                section.whole("size_mb", 0, 1_000_000, 4_096));
        section.done();
        return journal;
    }

    static HistorySettings history(Section root) {
        Section section = root.table("history");
        if (section == null) {
            return new HistorySettings(366, 3_600_000, 60_000, 8_192);
        }
        HistorySettings history = new HistorySettings(
                (int) (section.duration("retention", DAY_MS, 36_500 * DAY_MS, 366 * DAY_MS) / DAY_MS),
                section.duration("ring", 60_000, DAY_MS, 3_600_000),
                section.duration("loss", 1_000, 3_600_000, 60_000),
                section.whole("size_mb", 1, 1_000_000, 8_192));
        section.done();
        return history;
    }

    /** The site's own rules. */
    static List<SiteRule> rules(Section root, Tags tags, Set<AlarmId> points) {
        List<SiteRule> rules = new ArrayList<>();
        for (Section section : root.tables("rule")) {
            String id = section.string("id");
            Text text = section.requiredText("text");
            List<String> shownBy = new ArrayList<>();
            for (Section.Item item : section.strings("shown_by")) {
                boolean point = AlarmId.isAlarmId(item.text()) && points.contains(AlarmId.parse(item.text()));
                boolean tag = Tag.isTag(item.text()) && tags.known(new Tag(item.text())) != null;
                if (point || tag) {
                    shownBy.add(item.text());
                } else {
                    List<String> known = new ArrayList<>();
                    tags.tags().forEach(each -> known.add(each.name()));
                    points.forEach(each -> known.add(each.toString()));
                    section.faultAt(
                            item.spot(),
                            FaultKind.UNKNOWN_TAG,
                            "shown_by",
                            item.text(),
                            KnownWords.list(item.text(), known));
                }
            }
            section.done();
            rules.add(new SiteRule(id, text, shownBy));
        }
        return rules;
    }
}

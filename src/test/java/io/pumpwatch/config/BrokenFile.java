package io.pumpwatch.config;

import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case of the broken/*.txt resources: a station file with marked places, and the faults that it must give. */
record BrokenFile(String name, String toml, Map<Integer, Spot> marks, List<Expected> expected) {
    private static final Pattern MARK = Pattern.compile("@([0-9])@");
    private static final Pattern LINE = Pattern.compile("([0-9]) (en|zh) (.*)");
    private static final String ANY_REST = "...";

    /** One message that must be there. */
    record Expected(int mark, Lang lang, String message) {
        boolean matches(String rendered) {
            return message.endsWith(ANY_REST)
                    ? rendered.startsWith(message.substring(0, message.length() - ANY_REST.length()))
                    : rendered.equals(message);
        }
    }

    static String resource(String name) {
        try (InputStream in = BrokenFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All cases of a resource. */
    static List<BrokenFile> cases(String resource) {
        List<BrokenFile> cases = new ArrayList<>();
        String base = resource("base.toml");
        String name = "";
        String toml = base;
        boolean expecting = false;
        List<Expected> expected = new ArrayList<>();
        boolean adding = false;
        for (String line : resource(resource).lines().toList()) {
            if (line.startsWith("case ")) {
                if (!name.isEmpty()) {
                    cases.add(of(name, toml, expected));
                }
                name = line.substring(5);
                toml = base;
                expected = new ArrayList<>();
                adding = false;
                expecting = false;
            } else if (line.startsWith("replace ")) {
                String[] parts = line.substring(8).replace("\\n", "\n").split(" => ", 2);
                if (!toml.contains(parts[0])) {
                    throw new IllegalStateException(name + ": nothing to replace: " + parts[0]);
                }
                toml = toml.replaceFirst(Pattern.quote(parts[0]), Matcher.quoteReplacement(parts[1]));
            } else if (line.equals("toml")) {
                adding = true;
            } else if (line.equals("expect")) {
                adding = false;
                expecting = true;
            } else if (adding) {
                toml += line + "\n";
            } else if (expecting && !line.isBlank()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new IllegalStateException(name + ": can't read: " + line);
                }
                Lang lang = parts.group(2).equals("zh") ? Lang.ZH : Lang.EN;
                expected.add(new Expected(Integer.parseInt(parts.group(1)), lang, parts.group(3)));
            }
        }
        cases.add(of(name, toml, expected));
        return cases;
    }

    private static BrokenFile of(String name, String marked, List<Expected> expected) {
        Map<Integer, Spot> marks = new HashMap<>();
        StringBuilder toml = new StringBuilder();
        int lineNumber = 1;
        for (String line : marked.split("\n", -1)) {
            String rest = line;
            Matcher mark = MARK.matcher(rest);
            while (mark.find()) {
                marks.put(Integer.parseInt(mark.group(1)), new Spot(lineNumber, mark.start() + 1));
                rest = rest.substring(0, mark.start()) + rest.substring(mark.end());
                mark = MARK.matcher(rest);
            }
            toml.append(rest).append('\n');
            lineNumber++;
        }
        return new BrokenFile(name, toml.toString(), marks, List.copyOf(expected));
    }

    @Override
    public String toString() {
        return name;
    }
}

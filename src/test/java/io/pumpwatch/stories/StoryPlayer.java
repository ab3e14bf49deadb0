package io.pumpwatch.stories;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.Health;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import io.pumpwatch.stories.Story.Fault;
import io.pumpwatch.stories.Story.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plays a story through the pure scan: 100 ms of story time a scan, inputs held between rows. A row's inputs and
 * commands take effect in the scan of its time; what it expects is looked at right after that scan.
 */
final class StoryPlayer {
    static final long SCAN_MS = 100;

    /** Enrolled before a story begins; the operator, leader and leader2 are on duty. */
    private static final List<String> CREW = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol fitter by=chief roles=STATION_FITTER",
            "enrol mining-fitter by=chief roles=MINING_FITTER",
            "enrol technician by=chief roles=TECHNICIAN",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol leader2 by=chief roles=SHIFT_LEADER",
            "enrol both by=chief roles=SHIFT_LEADER,STATION_FITTER",
            "enrol inspector by=chief roles=INSPECTOR",
            "enrol off-duty by=chief roles=OPERATOR",
            "sign-on by=operator",
            "sign-on by=leader");

    private final Story story;
    private final StoryStation station;
    private final StoryInputs inputs = new StoryInputs();
    private final List<String> edits;
    private final List<String> refused = new ArrayList<>();

    private StoryPlayer(Story story) {
        this.story = story;
        edits = new ArrayList<>(story.edits());
        Loaded loaded = StoryStation.load(story.station(), edits);
        station = new StoryStation(loaded.plan());
        story.inputs().forEach((tag, word) -> inputs.put(new Tag(tag), word));
        station.post(new Command.Load(loaded.plan(), story.station(), loaded.text(), "first start"), null);
    }

    /** Plays it; the entries that it left. */
    static List<EntryLine> play(Story story) {
        int line = story.rows().get(0).line();
        try {
            StoryPlayer player = new StoryPlayer(story);
            player.enrol();
            long clockMs = story.rows().get(0).atMs();
            int seen = player.station.journal().size();
            for (Row row : story.rows()) {
                line = row.line();
                while (clockMs < row.atMs()) {
                    player.scan();
                    clockMs += SCAN_MS;
                }
                player.row(row, seen);
                clockMs += SCAN_MS;
                seen = player.station.journal().size();
            }
            return player.station.journal();
        } catch (RuntimeException fault) {
            throw new Fault(story.file(), line, fault.toString());
        }
    }

    private void enrol() {
        for (String each : CREW) {
            post(each);
        }
        // Nothing is read yet: the first row brings the first samples.
        answers(station.scan(List.of()));
        station.pass(SCAN_MS);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the crew wasn't enrolled: " + refused);
        }
    }

    private void row(Row row, int seen) {
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (Tag.isTag(cell.getKey()) && station.plan().instrument(new Tag(cell.getKey())) != null) {
                inputs.put(new Tag(cell.getKey()), cell.getValue());
            }
        }
        for (String command : row.cells().getOrDefault("command", "").split(";", -1)) {
            if (!command.isBlank()) {
                post(command.strip());
            }
        }
        scan();
        new StoryChecks(station, row, seen, refused).run(story);
        refused.clear();
        StationState folded = station.folded();
        if (!folded.equals(station.state())) {
            throw new Fault(story.file(), row.line(), "the journal folds to another state than the live one");
        }
    }

    private void scan() {
        answers(station.scan(inputs.read(station.plan(), station.now())));
        station.pass(SCAN_MS);
    }

    private void answers(ScanResult result) {
        for (ScanResult.Answer answer : result.answers()) {
            answer.refusal().map(Refusal::code).ifPresent(refused::add);
        }
    }

    private void post(String text) {
        StoryCommands command = StoryCommands.parse(text);
        switch (command.verb()) {
            case "restart" -> {
                long downMs = command.fields().containsKey("down") ? StoryReader.ms(command.field("down")) : 5_000;
                boolean unset = command.field("clock").equals("unset");
                station.restart(downMs, unset ? ClockTrust.UNSET : ClockTrust.NTP);
            }
            case "reload" -> {
                edits.add(text.substring("reload ".length()).split(" by=", 2)[0]);
                Loaded loaded = StoryStation.load(story.station(), edits);
                station.post(
                        new Command.Load(loaded.plan(), story.station(), loaded.text(), "changed by a person"),
                        text.contains(" by=") ? text.split(" by=", 2)[1] : null);
            }
            case "link" -> station.health(new Health(0, 0, String.join(" ", command.about()), List.of(), false, false));
            case "store" ->
                station.health(new Health(StoryReader.ms(command.about().get(0)), 0, "", List.of(), false, false));
            case "unconfirmed" -> station.health(new Health(0, 0, "", command.about(), false, false));
            case "cut" ->
                station.health(new Health(0, 0, "", List.of(), command.about(0).equals("on"), false));
            case "disk" ->
                station.health(new Health(
                        0,
                        0,
                        "",
                        List.of(),
                        false,
                        false,
                        "",
                        "",
                        "",
                        command.about().contains("low"),
                        command.about().contains("unwritable") ? "No space left on device" : ""));
            case "safe-mode" ->
                station.health(
                        new Health(0, 0, "", List.of(), false, command.about(0).equals("on")));
            case "set-back" -> station.setBack(StoryReader.ms(command.about(0)));
            case "clock" -> station.trust(ClockTrust.valueOf(command.about(0).toUpperCase(Locale.ROOT)));
            default -> station.post(command.command(), command.by());
        }
    }
}

package io.pumpwatch.stories;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A command as a story writes it: {@code shelve PT-101.L by=leader for=10min reason=valve under repair}. */
record StoryCommands(String verb, List<String> about, Map<String, String> fields) {

    static StoryCommands parse(String text) {
        Map<String, String> fields = new HashMap<>();
        List<String> words = Arrays.asList(text.strip().split(" +", -1));
        int first = 1;
        while (first < words.size() && !words.get(first).contains("=")) {
            first++;
        }
        String key = "";
        for (String word : words.subList(first, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                key = word.substring(0, equals);
                fields.put(key, word.substring(equals + 1));
            } else {
                fields.merge(key, word, (before, more) -> before + " " + more);
            }
        }
        return new StoryCommands(words.get(0), words.subList(1, first), fields);
    }

    @Nullable
    String by() {
        return fields.get("by");
    }

    Command command() {
        return switch (verb) {
            case "ack", "silence", "shelve", "unshelve", "reset", "confirm", "out", "back", "drill", "drill-end" ->
                new Command.Alarm(alarm());
            case "enrol" -> new Command.Duty(new PeopleCommand.EnrolPerson(about(0), about(0), roles()));
            case "sign-on",
                    "sign-off",
                    "present",
                    "test",
                    "roster",
                    "absence",
                    "briefing",
                    "brief-sign",
                    "muster",
                    "arrive",
                    "muster-excuse",
                    "muster-end",
                    "announce",
                    "door-explain",
                    "approve",
                    "revoke",
                    "visitor",
                    "outsider",
                    "let-out",
                    "paper",
                    "withdraw",
                    "remark",
                    "violation",
                    "remark-answer",
                    "remark-close",
                    "countersign",
                    "type-in",
                    "leave" -> new Command.Duty(new DutyStoryCommands(this).command());
            case "accident" -> new Command.Duty(new AccidentCommand.ReportAccident(field("words")));
            case "close-accident" -> new Command.Duty(new AccidentCommand.CloseAccident(field("words")));
            case "accident-confirm" -> new Command.Duty(new AccidentCommand.ConfirmAccident(field("words")));
            case "accident-statement" -> new Command.Duty(new AccidentCommand.StateAccident(field("words")));
            case "accident-scene" -> new Command.Duty(new AccidentCommand.NoteScene(field("words")));
            case "evidence" -> StoryHandovers.evidence(this);
            case "handover" -> StoryHandovers.command(this);
            case "dispatch-approve" ->
                new Command.Dispatched(
                        new DoorCommand.ApproveVisitor(about(0), LocalDate.parse(field("until")), field("reason")),
                        field("seat"));
            case "dispatch-revoke" -> new Command.Dispatched(new DoorCommand.RevokeVisitor(about(0)), field("seat"));
            case "seen" -> new Command.Seen(point(), field("seat"));
            default -> RoundsStories.knows(verb) ? RoundsStories.command(this) : new Command.Interlock(interlock());
        };
    }

    private AlarmCommand alarm() {
        List<AlarmId> points = about.stream().map(AlarmId::parse).toList();
        return switch (verb) {
            case "ack" -> new AlarmCommand.Acknowledge(points);
            case "silence" -> new AlarmCommand.Silence();
            case "shelve" -> new AlarmCommand.Shelve(point(), field("reason"), forMs());
            case "unshelve" -> new AlarmCommand.Unshelve(point());
            case "reset" -> new AlarmCommand.Reset(point());
            case "confirm" -> new AlarmCommand.Confirm(point(), field("action"));
            case "out" -> new AlarmCommand.TakeOut(point(), field("reason"), forMs());
            case "back" -> new AlarmCommand.PutBack(point());
            case "drill" -> new AlarmCommand.StartDrill(points, field("reason"), forMs());
            default -> new AlarmCommand.EndDrill();
        };
    }

    private InterlockCommand interlock() {
        return switch (verb) {
            case "cause" -> new InterlockCommand.RecordCause(tag(), field("cause"));
            case "release" -> new InterlockCommand.Release(tag());
            case "trial" -> new InterlockCommand.AllowTrial(tag(), new Tag(field("pump")), field("second"));
            case "trip-reset" -> new InterlockCommand.ResetTrip(point(), field("cause"));
            case "stop" -> new InterlockCommand.AnnounceStop(tag(), field("reason"));
            case "explain" -> new InterlockCommand.ExplainStop(tag(), field("reason"));
            case "gauge" -> new InterlockCommand.ReadGauge(tag(), Double.parseDouble(field("value")));
            case "flood" -> new InterlockCommand.SetFlood(about(0).equals("on"), field("reason"));
            case "drive" -> new InterlockCommand.DriveOutput(tag(), about(1).equals("on"), forMs(), field("reason"));
            case "drive-end" -> new InterlockCommand.EndOutputCheck(tag());
            default -> throw new IllegalArgumentException("no such command: " + verb);
        };
    }

    private Set<Role> roles() {
        Set<Role> roles = new TreeSet<>();
        for (String role : field("roles").split(",", -1)) {
            roles.add(Role.valueOf(role));
        }
        return roles;
    }

    String field(String name) {
        return DutyStoryCommands.said(fields.getOrDefault(name, ""));
    }

    long forMs() {
        return StoryReader.ms(field("for"));
    }

    String about(int index) {
        if (about.size() <= index) {
            throw new IllegalArgumentException(verb + " needs a word more");
        }
        return about.get(index);
    }

    private AlarmId point() {
        return AlarmId.parse(about(0));
    }

    Tag tag() {
        return new Tag(about(0));
    }
}

package io.pumpwatch.app.demo;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.app.Reply;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The people of the demo: enrolled at its start, with PINs of this run only, and what they do in its minute. */
public final class DemoCrew {
    private static final int PIN_MIN = 1_000;
    private static final int PIN_MAX = 10_000;

    /** One member. */
    public record Member(String id, String name, Role role, String pin) {}

    /** What somebody does at a time of the choreography. */
    record Act(long atMs, Command command, @Nullable String by) {}

    private final List<Member> members = new ArrayList<>();

    DemoCrew(Random random) {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("chief", Role.CHIEF);
        roles.put("leader", Role.SHIFT_LEADER);
        roles.put("operator", Role.OPERATOR);
        // Not on duty: who tries a handover signs on as the next crew.
        roles.put("relief", Role.OPERATOR);
        roles.put("fitter", Role.STATION_FITTER);
        roles.put("technician", Role.TECHNICIAN);
        Map<String, String> names = Map.of(
                "chief", "Zhao Gang 赵刚",
                "leader", "Sun Wei 孙伟",
                "operator", "Li Na 李娜",
                "relief", "Zhou Min 周敏",
                "fitter", "Wang Qiang 王强",
                "technician", "Chen Jing 陈静");
        roles.forEach((id, role) -> members.add(
                new Member(id, names.getOrDefault(id, id), role, Integer.toString(random.nextInt(PIN_MIN, PIN_MAX)))));
    }

    /** Everybody, the chief first. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    /** Enrols everybody; the chief enrols the others. */
    void enrol(RunningAgent agent) {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (Member member : members) {
            agent.pins().set(member.id(), member.pin());
            String by = member.role() == Role.CHIEF ? null : "chief";
            DutyCommand enrol = new PeopleCommand.EnrolPerson(member.id(), member.name(), Set.of(member.role()));
            replies.add(agent.post(new Command.Duty(enrol), by));
        }
        for (String onDuty : List.of("leader", "operator")) {
            replies.add(agent.post(new Command.Duty(new ShiftCommand.SignOn(Declaration.WHOLE)), onDuty));
        }
        replies.forEach(CompletableFuture::join);
    }

    /** What the crew does in the choreography's minute. */
    static List<Act> acts() {
        Tag header = new Tag("PT-101");
        return List.of(
                acknowledge(14_000),
                new Act(
                        18_000,
                        new Command.Interlock(new InterlockCommand.RecordCause(
                                header, "unloading valve fluttered: dirt under the seat, cleaned")),
                        "fitter"),
                new Act(20_000, new Command.Interlock(new InterlockCommand.Release(header)), "leader"),
                acknowledge(30_000),
                acknowledge(42_000),
                acknowledge(56_000));
    }

    private static Act acknowledge(long atMs) {
        return new Act(atMs, new Command.Alarm(new AlarmCommand.Acknowledge(List.of())), "operator");
    }
}

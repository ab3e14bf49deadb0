package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.Station.Answer;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What dispatch says goes to the scan with the seat that signed it, and is answered when it is kept. */
class AlarmPicturesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final AlarmId POINT = AlarmId.parse("PT-101.HH");

    private final Inbox inbox = new Inbox();
    private final List<Answer> answers = new ArrayList<>();

    private Inbox.Waiting taken(CommandBody.ToStation command) {
        AlarmPictures station = new AlarmPictures(
                () -> {
                    throw new IllegalStateException("a command needs no view");
                },
                inbox);
        station.take(command, "main", answers::add);
        return inbox.drain().get(0);
    }

    @Test
    void eachCommandBecomesOneOfTheScanInTheNameOfItsSeat() {
        assertEquals(
                new Command.Dispatched(new DoorCommand.ApproveVisitor("张三", DAY, "seal"), "main/Li"),
                taken(new CommandBody.Approve("张三", DAY, "seal", "Li")).posted().command());
        assertEquals(
                new Command.Dispatched(new DoorCommand.RevokeVisitor("张三"), "main/Li"),
                taken(new CommandBody.Revoke("张三", "Li")).posted().command());
        assertEquals(
                new Command.Seen(POINT, "main"),
                taken(new CommandBody.Seen(POINT, EntryId.NONE, "")).posted().command());
    }

    @Test
    void theAnswerComesAfterTheScansOwn() {
        Inbox.Waiting waiting = taken(new CommandBody.Revoke("张三", "Li"));
        assertEquals(List.of(), answers);
        waiting.reply().complete(new Reply(Optional.of(Refusal.of("visitor.unlisted", "name", "张三")), true));
        assertEquals("visitor.unlisted", answers.get(0).code());
        assertEquals(false, answers.get(0).done());
    }

    @Test
    void whatIsDoneIsToldInWords() {
        Reply done = new Reply(Optional.empty(), true);
        taken(new CommandBody.Approve("张三", DAY, "seal", "Li")).reply().complete(done);
        taken(new CommandBody.Revoke("张三", "Li")).reply().complete(done);
        taken(new CommandBody.Seen(POINT, EntryId.NONE, "")).reply().complete(done);
        assertEquals(
                List.of(
                        "张三 may come in, escorted, until " + DAY + ".",
                        "张三 is off the authorised list.",
                        "Marked at the station: seen by dispatch."),
                answers.stream().map(each -> each.words().en()).toList());
        assertTrue(answers.get(0).words().zh().contains("张三 获准"), answers::toString);
    }
}

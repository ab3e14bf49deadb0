package io.pumpwatch.scan;

import io.pumpwatch.scan.ScanResult.Answer;
import io.pumpwatch.station.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this scan's commands came to, as it becomes known. Lives for one scan only. */
final class Answers {
    private final Map<Long, Optional<Refusal>> byId = new HashMap<>();

    void put(long id, Optional<Refusal> answer) {
        byId.put(id, answer);
    }

    void put(List<Long> ids, List<Optional<Refusal>> given) {
        for (int i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), given.get(i));
        }
    }

    /** One for each command, in their order; one that nobody refused was done. */
    List<Answer> to(List<Command.Posted> commands) {
        List<Answer> answers = new ArrayList<>(commands.size());
        for (Command.Posted posted : commands) {
            answers.add(new Answer(posted.id(), byId.getOrDefault(posted.id(), Optional.empty())));
        }
        return answers;
    }
}

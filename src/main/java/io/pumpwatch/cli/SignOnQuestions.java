package io.pumpwatch.cli;

import io.pumpwatch.api.ShiftPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks who signs on, one by one, whether they are fit (D2) and what gear they have (E3). */
final class SignOnQuestions {
    private static final Set<String> YES = Set.of("y", "yes", "是", "有", "好");
    private static final Set<String> NO = Set.of("n", "no", "否", "没有", "无", "不");
    private static final int TRIES = 3;

    private final Shell shell;

    SignOnQuestions(Shell shell) {
        this.shell = shell;
    }

    /** Whether they are sober, then whether they are rested. */
    boolean[] fitness() throws CliFault {
        return new boolean[] {yes(shell.say("cli.sign-on.sober")), yes(shell.say("cli.sign-on.rested"))};
    }

    /**
     * What they have of the gear for this work.
     *
     * @param named kind of work; null for the usual one
     * @return ids of the gear; "all" where nothing is asked or the agent must say itself that it knows no such work
     */
    List<String> gear(ShiftPage.SignOn asked, @Nullable String named) throws CliFault {
        ShiftPage.Work work = asked.works().stream()
                .filter(each -> named == null ? each.usual() : each.id().equals(named))
                .findFirst()
                .orElse(null);
        if (work == null || work.gear().isEmpty()) {
            return List.of("all");
        }
        shell.out().println(shell.say("cli.sign-on.gearFor", "work", work.name().isEmpty() ? work.id() : work.name()));
        List<String> has = new ArrayList<>();
        for (ShiftPage.Gear item : work.gear()) {
            if (yes("  " + item.name())) {
                has.add(item.id());
            }
        }
        return has;
    }

    private boolean yes(String question) throws CliFault {
        for (int i = 0; i < TRIES; i++) {
            String typed = shell.visible().ask(question + " " + shell.say("cli.sign-on.yesNo") + " ");
            if (typed == null) {
                break;
            }
            String word = typed.strip().toLowerCase(Locale.ROOT);
            if (YES.contains(word) || NO.contains(word)) {
                return YES.contains(word);
            }
        }
        throw new CliFault(Exit.USAGE, shell.say("cli.sign-on.unanswered", "question", question.strip()));
    }
}

package io.pumpwatch.web.pages;

import io.pumpwatch.api.ShiftPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of signing on for each kind of work: each piece of its gear is ticked by who has it (E3). */
final class SignOnForms {
    private SignOnForms() {}

    static void add(List<Block> blocks, ShiftPage.SignOn asked, String person, Say say) {
        List<ShiftPage.Work> works = new ArrayList<>(asked.works());
        works.sort(Comparator.comparing(work -> !work.usual()));
        if (works.stream().noneMatch(ShiftPage.Work::usual)) {
            // No work is usual here: signing on for none asks for no gear.
            add(blocks, asked, null, person, say);
        }
        works.forEach(work -> add(blocks, asked, work, person, say));
        works.stream()
                .filter(work -> !work.gear().isEmpty())
                .forEach(work -> without(blocks, asked, work, person, say));
    }

    private static String name(ShiftPage.Work work) {
        return work.name().isEmpty() ? work.id() : work.name();
    }

    private static void declare(Inputs inputs, ShiftPage.Work work) {
        inputs.hidden("work", work.id());
        work.gear().forEach(item -> inputs.item("gear", item.id(), item.name()));
    }

    /** Gear is missing, and the shift leader lets it pass with their own PIN: a violation on record. */
    private static void without(
            List<Block> blocks, ShiftPage.SignOn asked, ShiftPage.Work work, String person, Say say) {
        Inputs inputs = new Inputs(say).signature(person);
        declare(inputs, work);
        if (asked.fitness()) {
            inputs.check("sober", false).check("rested", false);
        }
        inputs.text("reason", true).second();
        String title = say.t("act.sign-on-without", "what", name(work));
        blocks.add(new Block.Form("sign-on-without", title, say.t("sign-on"), inputs.done(), true));
    }

    private static void add(
            List<Block> blocks, ShiftPage.SignOn asked, ShiftPage.@Nullable Work work, String person, Say say) {
        Inputs inputs = new Inputs(say).signature(person);
        String title = say.t("sign-on");
        if (work != null) {
            declare(inputs, work);
            title = title + ": " + name(work);
        }
        if (asked.fitness()) {
            inputs.check("sober", false).check("rested", false);
        }
        blocks.add(new Block.Form("sign-on", title, say.t("sign-on"), inputs.done(), true));
    }
}

package io.pumpwatch.web;

import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.duty.Handover;
import io.pumpwatch.duty.Handover.Stage;
import io.pumpwatch.duty.HandoverEvent.ToolCount;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.duty.HandoverState;
import io.pumpwatch.duty.HandoverWatch;
import io.pumpwatch.scan.HandoverWork;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.SheetLine;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The handover under way and the last one. */
final class HandoverPages {
    private final StationView view;
    private final Lang lang;
    private final Reader reader;
    private final ZoneId zone;
    private final Named named;

    private HandoverPages(Asked asked) {
        this.view = asked.view();
        this.lang = asked.lang();
        this.reader = asked.reader();
        this.zone = view.plan().zone();
        this.named = Named.of(view, lang);
    }

    static void add(Map<String, Page> pages) {
        pages.put("handover", asked -> new HandoverPages(asked).book());
    }

    private HandoverBook book() {
        HandoverPlan plan = view.plan().duty().handover();
        DutyState duty = view.state().duty();
        HandoverState state = duty.handovers();
        long nextMs = plan.nextChangeUtcMs(view.now());
        return new HandoverBook(
                zone.getId(),
                people(state.crew()),
                nextMs < 0 ? null : Wire.utc(nextMs),
                HandoverWatch.overdue(plan, duty, view.now()),
                next(plan, state),
                plan.tools().stream()
                        .map(tool ->
                                new HandoverBook.Tool(tool.id(), tool.name().in(lang), tool.count()))
                        .toList(),
                notes(state.orders().stream()
                        .map(order -> new Handover.Note(order.by(), order.giver(), order.words(), order.at()))
                        .toList()),
                sheet(state.open()),
                sheet(state.last()));
    }

    private String next(HandoverPlan plan, HandoverState state) {
        Handover open = state.open();
        if (open == null) {
            Handover last = state.last();
            boolean unseen = last != null
                    && (!last.unseenBy(last.outgoing()).isEmpty()
                            || !last.unseenBy(last.incoming()).isEmpty());
            return say(unseen ? "handover.next.seen" : "handover.next.draft");
        }
        if (open.stage() == Stage.DRAFT) {
            long uncounted = plan.tools().stream()
                    .filter(tool -> !open.tools().containsKey(tool.id()))
                    .count();
            return uncounted > 0
                    ? say("handover.next.tools", Map.of("tools", Long.toString(uncounted)))
                    : say("handover.next.sign");
        }
        List<String> checks = HandoverWork.checksOpen(view.plan(), view.state(), lang, view.now());
        if (open.stage() == Stage.SIGNED
                && open.amendments().stream().anyMatch(each -> each.seenBy().isEmpty())) {
            return say("handover.next.amended");
        }
        return open.stage() == Stage.SIGNED && !checks.isEmpty()
                ? say("handover.next.checks", Map.of("sheets", String.join(", ", checks)))
                : say("handover.next." + Wire.word(open.stage()));
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, String> args) {
        return reader.say(Words.of(lang), key, args);
    }

    private List<HandoverBook.Someone> people(Collection<String> ids) {
        return new TreeSet<>(ids)
                .stream()
                        .map(id -> new HandoverBook.Someone(id, AlarmAnswer.nameOf(view, id)))
                        .toList();
    }

    private HandoverBook.@Nullable Sheet sheet(@Nullable Handover from) {
        if (from == null) {
            return null;
        }
        return new HandoverBook.Sheet(
                from.number(),
                Wire.word(from.stage()),
                Wire.said(lang, "handover.stage", from.stage()),
                Wire.utc(from.cutOff()),
                people(from.crew()),
                from.items().stream()
                        .map(item -> new HandoverBook.Item(
                                SheetLine.word(item),
                                SheetLine.kind(item, lang),
                                SheetLine.subject(item, named),
                                SheetLine.name(item, named),
                                SheetLine.text(item, named),
                                item.facts()))
                        .toList(),
                tools(from),
                notes(from.remarks()),
                note(from.signed()),
                note(from.accepted()),
                notes(from.objections()),
                from.refusals().stream().map(note -> refusal(from, note)).toList(),
                people(from.barred()),
                from.amendments().stream().map(this::amendment).toList(),
                notes(from.countersigned()));
    }

    /** Those of the list and, on an old sheet, those that were on it then. */
    private List<HandoverBook.Counted> tools(Handover from) {
        HandoverPlan plan = view.plan().duty().handover();
        List<HandoverBook.Counted> all = new ArrayList<>();
        if (from.stage() == Stage.DRAFT) {
            plan.tools().stream()
                    .filter(tool -> !from.tools().containsKey(tool.id()))
                    .forEach(tool -> all.add(
                            new HandoverBook.Counted(tool.id(), tool.name().in(lang), tool.count(), null, "")));
        }
        for (ToolCount count : from.tools().values()) {
            HandoverPlan.Tool tool = plan.tool(count.tool());
            String name = tool == null ? count.tool() : tool.name().in(lang);
            all.add(new HandoverBook.Counted(count.tool(), name, count.listed(), count.counted(), count.remark()));
        }
        return all;
    }

    private List<HandoverBook.Note> notes(List<Handover.Note> from) {
        List<HandoverBook.Note> all = new ArrayList<>();
        for (Handover.Note each : from) {
            all.add(told(each));
        }
        return all;
    }

    private HandoverBook.@Nullable Note note(Handover.@Nullable Note from) {
        return from == null ? null : told(from);
    }

    /** The words of the outgoing side begin with the id of whom they refused. */
    private HandoverBook.Note refusal(Handover from, Handover.Note note) {
        HandoverBook.Note told = told(note);
        String words = told.words();
        String whom = from.barred().stream()
                .filter(id -> words.equals(id) || words.startsWith(id + ": "))
                .findFirst()
                .orElse("");
        return whom.isEmpty()
                ? told
                : new HandoverBook.Note(
                        told.by(),
                        told.byName(),
                        told.topic(),
                        named.person(whom) + words.substring(whom.length()),
                        told.at());
    }

    private HandoverBook.Note told(Handover.Note from) {
        String key = "handover.reason."
                + from.topic().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Words words = Words.of(lang);
        String topic = words.has(key) ? words.say(key) : from.topic();
        return new HandoverBook.Note(
                from.by(), AlarmAnswer.nameOf(view, from.by()), topic, from.words(), Wire.utc(from.at()));
    }

    private HandoverBook.Amendment amendment(Handover.Amendment from) {
        return new HandoverBook.Amendment(
                from.number(),
                from.by(),
                AlarmAnswer.nameOf(view, from.by()),
                from.words(),
                Wire.utc(from.at()),
                from.seenBy().stream().sorted().toList());
    }
}

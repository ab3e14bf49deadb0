package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is here; a fold of {@link ShiftEvent}s.
 *
 * @param onDuty since when, by person
 * @param posts what each of them does here
 * @param gap who is missing while there are too few
 * @param failed last failed test by person, until a passed one
 * @param sessions the last that are over, for attendance
 */
public record ShiftState(
        SortedMap<String, Stamp> onDuty,
        SortedMap<String, Post> posts,
        @Nullable Gap gap,
        SortedMap<String, Stamp> failed,
        List<Session> sessions,
        RotaState rota,
        BriefingState briefings) {
    static final ShiftState EMPTY = new ShiftState(
            new TreeMap<>(), new TreeMap<>(), null, new TreeMap<>(), List.of(), RotaState.EMPTY, BriefingState.EMPTY);

    private static final int SESSIONS_MAX = 1_000;

    /**
     * Somebody at their post.
     *
     * @param answered when they last showed that they are here
     * @param silent whether that is too long ago
     */
    public record Post(String work, List<String> missing, Stamp answered, boolean silent) {}

    /** Too few on duty. */
    public record Gap(int here, int needed, List<String> missing) {
        boolean is(int present, int wanted, List<String> absent) {
            return here == present && needed == wanted && missing.equals(absent);
        }
    }

    /**
     * Once on duty.
     *
     * @param lastedMs by uptime; -1 where a restart and an unset clock leave it open
     * @param paper whether it was typed in from paper
     */
    public record Session(String person, Stamp on, Stamp off, long lastedMs, boolean paper) {}

    ShiftState on(String person, Stamp at, Post post) {
        SortedMap<String, Stamp> duty = new TreeMap<>(onDuty);
        duty.put(person, at);
        return new ShiftState(duty, with(posts, person, post), gap, failed, sessions, rota, briefings);
    }

    ShiftState off(String person, Stamp at) {
        SortedMap<String, Stamp> duty = new TreeMap<>(onDuty);
        Stamp since = duty.remove(person);
        SortedMap<String, Post> rest = new TreeMap<>(posts);
        rest.remove(person);
        ShiftState next = new ShiftState(duty, rest, gap, failed, sessions, rota, briefings);
        return since == null ? this : next.with(new Session(person, since, at, since.elapsedMs(at), false));
    }

    ShiftState with(Session session) {
        List<Session> next = new ArrayList<>(sessions);
        next.add(session);
        int from = Math.max(0, next.size() - SESSIONS_MAX);
        List<Session> last = List.copyOf(next.subList(from, next.size()));
        return new ShiftState(onDuty, posts, gap, failed, last, rota, briefings);
    }

    ShiftState at(String person, Post post) {
        return new ShiftState(onDuty, with(posts, person, post), gap, failed, sessions, rota, briefings);
    }

    ShiftState with(@Nullable Gap next) {
        return new ShiftState(onDuty, posts, next, failed, sessions, rota, briefings);
    }

    ShiftState tested(String person, boolean passed, Stamp at) {
        SortedMap<String, Stamp> next = new TreeMap<>(failed);
        if (passed) {
            next.remove(person);
        } else {
            next.put(person, at);
        }
        return new ShiftState(onDuty, posts, gap, next, sessions, rota, briefings);
    }

    ShiftState with(RotaState next) {
        return new ShiftState(onDuty, posts, gap, failed, sessions, next, briefings);
    }

    ShiftState with(BriefingState next) {
        return new ShiftState(onDuty, posts, gap, failed, sessions, rota, next);
    }

    private static SortedMap<String, Post> with(SortedMap<String, Post> posts, String person, Post post) {
        SortedMap<String, Post> next = new TreeMap<>(posts);
        next.put(person, post);
        return next;
    }
}

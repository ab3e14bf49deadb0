package io.pumpwatch.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a muster, and to the flood season. */
public sealed interface MusterEvent extends PremisesEvent {
    /** The calendar's flood season began, or was found to have begun. */
    record SeasonBegan() implements MusterEvent {}

    /** It is over. */
    record SeasonEnded() implements MusterEvent {}

    /**
     * The water asks for everybody: while this spell lasts it asks once for each reason.
     *
     * @param why rain or rise
     */
    record SpellBegan(String why) implements MusterEvent {}

    /** It neither rained nor rose for so long that the next rain is another one. */
    record SpellEnded(long calmMs) implements MusterEvent {}

    /**
     * Everybody to their post.
     *
     * @param why order, rain or rise
     * @param words the chief's; empty where the water called
     * @param called the whole roster
     * @param arriveMs everybody is there so long after
     */
    record MusterCalled(
            long muster,
            String why,
            String words,
            List<String> called,
            long arriveMs,
            @Nullable String by) implements MusterEvent {}

    /** Somebody has come. */
    record MusterArrived(long muster, String person) implements MusterEvent {}

    /** Somebody needn't come. */
    record MusterExcused(long muster, String person, String reason, String by) implements MusterEvent {}

    /** The time is up and these aren't there. */
    record MusterIncomplete(long muster, List<String> missing) implements MusterEvent {}

    /** Everybody may go. */
    record MusterEnded(long muster, String words, String by) implements MusterEvent {}
}

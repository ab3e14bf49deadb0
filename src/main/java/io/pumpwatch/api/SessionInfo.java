package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /api/v1/session}: who has signed in on this page. All but {@code signedIn} is empty where nobody
 * has.
 *
 * @param token what acts of this session carry in the header {@code X-Csrf-Token}
 * @param idleMs the session ends when it isn't used for so long
 */
public record SessionInfo(
        boolean signedIn,
        @Nullable String person,
        @Nullable String name,
        List<String> roles,
        @Nullable String token,
        long idleMs) {}

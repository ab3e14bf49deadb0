package io.pumpwatch.web;

import io.pumpwatch.station.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that can't be understood. */
final class RequestFault extends Exception {
    private static final long serialVersionUID = 1;

    /** HTTP status of the answer. */
    final int status;

    /** What is wrong, in words. */
    final transient Refusal refusal;

    /** Field of the body that it is about. */
    final @Nullable String field;

    /** Known name nearest to an unknown one. */
    final @Nullable String nearest;

    RequestFault(int status, Refusal refusal, @Nullable String field, @Nullable String nearest) {
        super(refusal.code(), null, false, false);
        this.status = status;
        this.refusal = refusal;
        this.field = field;
        this.nearest = nearest;
    }

    /** The same, and which act it belongs to: forms have labels of their own for some fields. */
    RequestFault in(String verb) {
        Map<String, String> args = new HashMap<>(refusal.args());
        args.put("verb", verb);
        return new RequestFault(status, new Refusal(refusal.code(), args), field, nearest);
    }

    /** A field that can't be used. */
    static RequestFault field(Refusal refusal, String field) {
        return new RequestFault(400, refusal, field, null);
    }
}

package dev.photofinish.analyzer.api;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list that a service may be named for: {@code service} and {@code limit}.
 *
 * @param service null for all
 */
record ServiceQuery(@Nullable String service, int limit) {
    private static final int LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    static ServiceQuery of(Context context) {
        Parameters parameters = new Parameters(context, "service", "limit");
        int limit = parameters.number("limit", 1, MAX_LIMIT, LIMIT);
        return new ServiceQuery(parameters.text("service"), limit);
    }
}

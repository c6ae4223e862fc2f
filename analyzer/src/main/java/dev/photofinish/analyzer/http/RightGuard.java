package dev.photofinish.analyzer.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may do what it asks for. The token comes as {@code Bearer}, or as the password of {@code Basic},
 * which is what a browser can send. Where no token is set, the server is meant for this machine only, and a request must
 * name it as such: otherwise a foreign web page could read it through a name that it points here (DNS rebinding).
 */
final class RightGuard {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpOptions options;

    RightGuard(HttpOptions options) {
        this.options = options;
    }

    /**
     * Returns if the request has the right.
     *
     * @throws HttpRefusedException with 401, 403 or 421
     */
    void check(Context context, Right right) {
        if (right == Right.PUBLIC) {
            return;
        }
        String token = options.tokens().of(right);
        if (token.isEmpty()) {
            checkHost(context);
            return;
        }
        String presented = presented(context.header("Authorization"));
        if (presented == null) {
            context.header("WWW-Authenticate", right == Right.INGEST ? "Bearer" : "Basic realm=\"photofinish\"");
            throw new HttpRefusedException(
                    401,
                    "this needs the header Authorization: Bearer with the "
                            + right.name().toLowerCase(Locale.ROOT) + " token");
        }
        if (!same(token, presented)) {
            throw new HttpRefusedException(
                    403, "the token does not give the right to " + right.name().toLowerCase(Locale.ROOT));
        }
    }

    private void checkHost(Context context) {
        if (!LOOPBACK_NAMES.contains(options.host()) && !options.host().startsWith("127.")) {
            return;
        }
        String host = context.req().getServerName();
        if (!LOOPBACK_NAMES.contains(host) && !host.equals(options.host()) && !host.equals("::1")) {
            throw new HttpRefusedException(
                    421,
                    "without a token this is served to this machine only, under the names localhost and 127.0.0.1");
        }
    }

    private static @Nullable String presented(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authorization.substring(7).trim();
        }
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return password(authorization.substring(6).trim());
        }
        return null;
    }

    private static @Nullable String password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : pair.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean same(String token, String presented) {
        byte[] one = token.getBytes(StandardCharsets.UTF_8);
        byte[] other = presented.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(one, Arrays.copyOf(other, one.length)) && one.length == other.length;
    }
}

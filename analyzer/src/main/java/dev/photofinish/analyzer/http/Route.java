package dev.photofinish.analyzer.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One address of the server.
 *
 * @param path with parameters in braces, as OpenAPI writes them
 */
public record Route(HandlerType method, String path, Right right, Handler handler) {
    /** An address that is read. */
    public static Route get(String path, Right right, Handler handler) {
        return new Route(HandlerType.GET, path, right, handler);
    }

    /** An address that something is sent to. */
    public static Route post(String path, Right right, Handler handler) {
        return new Route(HandlerType.POST, path, right, handler);
    }
}

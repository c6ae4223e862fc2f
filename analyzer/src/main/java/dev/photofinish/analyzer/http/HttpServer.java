package dev.photofinish.analyzer.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int THREADS = 64;
    private static final int MIN_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int CONNECTION_IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 8192;
    private static final long STOP_MILLIS = 5_000;

    /** How long a connection on which nothing moves holds up a stop; browsers and scrapers keep such open. */
    private static final long STOP_IDLE_MILLIS = 100;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Listens.
     *
     * @throws HttpStartException if the address cannot be listened on
     */
    public static HttpServer start(HttpOptions options, List<Route> routes) {
        RightGuard guard = new RightGuard(options);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.prefer405over404 = true;
            config.router.ignoreTrailingSlashes = false;
            config.router.javaLangErrorHandler(HttpServer::failed);
            jetty(config, options);
            config.routes.before(HttpServer::secure);
            routes.forEach(route ->
                    config.routes.addEndpoint(new Endpoint(route.method(), route.path(), guarded(guard, route))));
            errors(config);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new HttpStartException(
                    "cannot listen on " + options.host() + ":" + options.port()
                            + ": the port is in use, or needs more rights",
                    e);
        } catch (RuntimeException e) {
            throw new HttpStartException(
                    "cannot listen on " + options.host() + ":" + options.port() + ": " + rootMessage(e), e);
        }
        return new HttpServer(javalin);
    }

    /** The port it listens on, also where the system chose it. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening and lets requests in progress end. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static Handler guarded(RightGuard guard, Route route) {
        return context -> {
            guard.check(context, route.right());
            route.handler().handle(context);
        };
    }

    private static void jetty(JavalinConfig config, HttpOptions options) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, MIN_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("photofinish-http");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(quietErrors());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, options));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, HttpOptions options) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.DEFAULT);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLIS);
        return connector;
    }

    private static ErrorHandler quietErrors() {
        ErrorHandler errors = new ErrorHandler();
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        return errors;
    }

    private static void secure(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-store");
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    /** An error of the JVM, such as too little memory: no answer can be composed with confidence. */
    private static void failed(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private static void errors(JavalinConfig config) {
        config.routes.exception(HttpRefusedException.class, (refusal, context) -> {
            UnreadBody.skip(context);
            JsonAnswer.error(context, refusal.status(), refusal.sentence());
        });
        config.routes.exception(HttpResponseException.class, (refusal, context) -> {
            UnreadBody.skip(context);
            String sentence = refusal.getStatus() == 404
                    ? "there is nothing at this address; the page is at /, the description at /api/v1/openapi.json"
                    : String.valueOf(refusal.getMessage());
            JsonAnswer.error(context, refusal.getStatus(), sentence);
        });
        config.routes.exception(Exception.class, (failure, context) -> {
            String number = UUID.randomUUID().toString();
            LOG.error("request {} {} failed, number {}", context.method().name(), context.path(), number, failure);
            JsonAnswer.error(context, 500, "the analyzer failed; its log has more under the number " + number);
        });
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}

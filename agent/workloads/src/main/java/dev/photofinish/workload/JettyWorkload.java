package dev.photofinish.workload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty embedded: small and large bodies, answers from another thread, idle timeouts, new connections. */
final class JettyWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final AtomicLong answered = new AtomicLong();

    @Override
    public String run(Duration time) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(8, 4);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 2);
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        connector.setIdleTimeout(10_000);
        server.addConnector(connector);
        ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
        ContextHandlerCollection contexts = new ContextHandlerCollection(
                new ContextHandler(new Echo(), "/echo"),
                new ContextHandler(new Later(later), "/later"),
                new ContextHandler(new Large(), "/large"));
        StatisticsHandler statistics = new StatisticsHandler(contexts);
        server.setHandler(statistics);
        server.start();
        try (Crew crew = new Crew(time)) {
            URI base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
            HttpClient client = HttpClient.newHttpClient();
            crew.add(2, PAUSE, round -> echo(client, base, round));
            crew.add(2, PAUSE, round -> get(client, base.resolve("/later/" + round), "later /later/" + round));
            crew.add(PAUSE, round -> get(client, base.resolve("/large/"), "x".repeat(40_000)));
            // Seldom: each leaves its threads behind until it is collected.
            crew.add(
                    Duration.ofMillis(250),
                    round -> get(HttpClient.newHttpClient(), base.resolve("/later/new"), "later /later/new"));
            crew.add(Duration.ofMillis(20), round -> {
                Check.that(threads.getThreads() <= 8, "at most 8 threads");
                Check.that(statistics.getRequestTotal() >= 0, "a count of requests");
            });
            long rounds = crew.await();
            return rounds + " rounds, " + answered + " answered, " + statistics.getRequestTotal() + " counted";
        } finally {
            server.stop();
            later.shutdown();
            Check.that(later.awaitTermination(30, TimeUnit.SECONDS), "the executor to end");
        }
    }

    private void echo(HttpClient client, URI base, long round) throws Exception {
        String body = "message " + round + "y".repeat((int) (round % 3000));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/echo/"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
        check(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).get(30, TimeUnit.SECONDS), body);
    }

    private void get(HttpClient client, URI uri, String expected) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
        check(client.send(request, HttpResponse.BodyHandlers.ofString()), expected);
    }

    private void check(HttpResponse<String> response, String expected) {
        Check.equal(200, response.statusCode(), "the status of " + response.uri());
        Check.that(response.body().equals(expected), "the body of " + response.uri());
        answered.incrementAndGet();
    }

    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.copy(request, response, callback);
            return true;
        }
    }

    private static final class Later extends Handler.Abstract {
        private final ScheduledExecutorService threads;

        Later(ScheduledExecutorService threads) {
            this.threads = threads;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = request.getHttpURI().getPath();
            Future<?> scheduled = threads.schedule(
                    () -> Content.Sink.write(response, true, "later " + path, callback), 1, TimeUnit.MILLISECONDS);
            return !scheduled.isCancelled();
        }
    }

    private static final class Large extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
            Content.Sink.write(response, true, "x".repeat(40_000), callback);
            return true;
        }
    }
}

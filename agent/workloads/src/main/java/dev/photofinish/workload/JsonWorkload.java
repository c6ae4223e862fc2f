package dev.photofinish.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.load.LoadProcess;
import dev.photofinish.load.Order;
import dev.photofinish.timing.Measurement;
import dev.photofinish.timing.RoundTimes;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty embedded, keeping orders that come and go as JSON by Jackson, asked by a process of its own. A round is an answer. */
final class JsonWorkload implements Workload {
    private static final int THREADS = 8;
    private static final int KEPT = 1024;
    private static final int LATEST = 20;
    private static final int FULL_LOAD = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ThreadLocal<RoundTimes> TIMES = new ThreadLocal<>();

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /** Null until the first answer, and where nothing is measured. */
    private volatile @Nullable Measurement measurement;

    @Override
    public String run(Duration time) throws Exception {
        Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        server.addConnector(connector);
        server.setHandler(new Orders());
        server.start();
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        int load = Boolean.getBoolean("workload.unpaced") ? Integer.getInteger("workload.load", FULL_LOAD) : 0;
        Measurement measured;
        try (LoadProcess callers = LoadProcess.start(address, load)) {
            awaitFirstAnswer();
            measured = Measurement.ofRun(time);
            measurement = measured;
            if (measured == null) {
                LockSupport.parkNanos(time.toNanos());
            } else {
                measured.timedBy(callers);
                measured.await();
                measured.awaitOneMore(Duration.ofSeconds(5));
            }
        } finally {
            server.stop();
        }
        if (measured != null) {
            System.out.println(measured.line());
        }
        return answered + " answers, " + ids + " orders";
    }

    private void awaitFirstAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answered.get() == 0) {
            Check.that(System.nanoTime() - deadline < 0, "an answer");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void note(long startedNanos) {
        answered.incrementAndGet();
        Measurement now = measurement;
        if (now == null) {
            return;
        }
        RoundTimes mine = TIMES.get();
        if (mine == null) {
            mine = now.member(0, Duration.ZERO);
            TIMES.set(mine);
        }
        if (mine != null) {
            mine.ended(startedNanos);
        }
    }

    private final class Orders extends Handler.Abstract {
        private final ObjectMapper mapper = new ObjectMapper();
        private final AtomicReferenceArray<@Nullable Order> kept = new AtomicReferenceArray<>(KEPT);

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            long started = System.nanoTime();
            Object answer = answer(request);
            response.setStatus(answer == null ? HttpStatus.NOT_FOUND_404 : HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(answer)), callback);
            note(started);
            return true;
        }

        /** Null for an order that later ones have taken the place of. */
        private @Nullable Object answer(Request request) throws Exception {
            if (request.getMethod().equals("POST")) {
                Order sent = mapper.readValue(Content.Source.asInputStream(request), Order.class);
                long id = ids.incrementAndGet();
                Order order = new Order(id, sent.customer(), sent.lines(), sent.sum());
                kept.set(index(id), order);
                return order;
            }
            String path = request.getHttpURI().getPath();
            return path.equals("/") ? latest() : order(Long.parseLong(path.substring(1)));
        }

        private @Nullable Order order(long id) {
            Order order = kept.get(index(id));
            return order == null || order.id() != id ? null : order;
        }

        private List<Order> latest() {
            List<Order> latest = new ArrayList<>();
            long last = ids.get();
            for (long id = Math.max(1, last - LATEST); id <= last; id++) {
                Order order = kept.get(index(id));
                if (order != null) {
                    latest.add(order);
                }
            }
            return latest;
        }

        private int index(long id) {
            return (int) (id % KEPT);
        }
    }
}

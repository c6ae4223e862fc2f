package dev.photofinish.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final byte[] ORDER = "{\"id\":17}".getBytes(StandardCharsets.UTF_8);

    private final Set<String> requests = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough = new CountDownLatch(300);
    private final HttpServer service;

    LoadTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    @Test
    void load_reachesEveryKindOfRequestInBothEditions() throws Exception {
        serve(200);
        try (Load load = new Load(address(), 200)) {
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(load.answered()).isPositive();
            assertThat(load.failed()).isZero();
        }

        for (String shop : new String[] {"/buggy", "/fixed"}) {
            assertThat(requests)
                    .contains(
                            "GET " + shop + "/products",
                            "GET " + shop + "/products/tea-black",
                            "POST " + shop + "/orders",
                            "GET " + shop + "/orders/17",
                            "POST " + shop + "/deliveries",
                            "POST " + shop + "/closings",
                            "POST " + shop + "/reindex");
        }
    }

    @Test
    void failedRequest_isCounted() throws Exception {
        serve(500);
        try (Load load = new Load(address(), 200)) {
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(load.failed()).isPositive();
            assertThat(load.answered()).isZero();
        }
    }

    @Test
    void close_endsAllThreads() throws Exception {
        serve(200);
        try (Load load = new Load(address(), 200)) {
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(threads()).hasSize(12);
            assertThat(load.answered()).isPositive();
        }

        assertThat(threads()).isEmpty();
    }

    @Test
    void noVisits_meanNoThreads() throws Exception {
        try (Load load = new Load(address(), 0)) {
            assertThat(threads()).isEmpty();
            assertThat(load.answered()).isZero();
        }
    }

    private void serve(int status) {
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(status, ORDER.length);
            exchange.getResponseBody().write(ORDER);
            exchange.close();
            enough.countDown();
        });
        service.start();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.matches("(customer|clerk|accountant)-.*"))
                .collect(Collectors.toSet());
    }
}

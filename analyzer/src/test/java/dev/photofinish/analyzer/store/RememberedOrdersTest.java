package dev.photofinish.analyzer.store;

import static dev.photofinish.analyzer.store.Samples.JVM;
import static dev.photofinish.analyzer.store.Samples.OTHER_JVM;
import static dev.photofinish.analyzer.store.Samples.remembered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.lockorder.RememberedOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedOrdersTest {
    @SuppressWarnings("NullAway.Init") // set before each test
    private AnalyzerStore store;

    @BeforeEach
    void openStore(@TempDir Path directory) {
        store = AnalyzerStore.open(directory.resolve("test.db"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void lockOrders_areRememberedByInstanceFromTheirFirstWindowToTheirLast() {
        RememberedOrder early = remembered(3, 1, "a.A");
        RememberedOrder other = remembered(4, 2, "a.A");
        RememberedOrder late = remembered(9, 1, "a.A");
        record(Samples.orders(JVM, 1000, early, other));
        record(Samples.orders(OTHER_JVM, 1000, remembered(7, 5, "a.Other")));
        record(Samples.orders(JVM, 2000, late, remembered(9, 1, "a.".repeat(1000))));

        assertThat(store.findings().rememberedOrders(JVM))
                .containsExactly(other, new RememberedOrder(3, 9, early.taken()));

        assertThat(store.findings().purge(Instant.EPOCH, Instant.ofEpochMilli(2000)))
                .isEqualTo(2);
        assertThat(store.findings().rememberedOrders(JVM))
                .extracting(RememberedOrder::lastWindow)
                .containsExactly(9L);
    }

    @Test
    void lockOrdersOfAnInstanceThatHasEnded_areForgotten() {
        record(Samples.orders(JVM, 1000, remembered(3, 1, "a.A")));
        record(Samples.orders(OTHER_JVM, 1000, remembered(3, 1, "a.A")));
        record(Samples.status(JVM, Samples.status("open")));
        assertThat(store.findings().rememberedOrders(JVM)).hasSize(1);

        record(Samples.status(JVM, Samples.status("detached")));

        assertThat(store.findings().rememberedOrders(JVM)).isEmpty();
        assertThat(store.findings().rememberedOrders(OTHER_JVM)).hasSize(1);
    }

    @Test
    void lockOrdersWithoutEnd_forgetTheEarliestWindows() {
        for (int chunk = 0; chunk < 5; chunk++) {
            int first = 1 + chunk * 500;
            record(Samples.orders(
                    JVM,
                    1000,
                    IntStream.range(first, first + 500)
                            .mapToObj(window -> remembered(window, window, "a.A"))
                            .toArray(RememberedOrder[]::new)));
        }
        assertThat(store.findings().rememberedOrders(JVM))
                .hasSize(1000)
                .first()
                .satisfies(order -> assertThat(order.lastWindow()).isEqualTo(1501));
    }

    private void record(Observations observations) {
        store.findings().record(observations, null);
    }
}

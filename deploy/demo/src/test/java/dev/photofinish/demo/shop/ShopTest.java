package dev.photofinish.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShopTest {
    @ParameterizedTest
    @EnumSource
    void order_takesFromTheShelfUntilItIsEmpty(Edition edition) {
        try (Shop shop = new Shop(edition)) {
            int onHand = shop.product("pot").onHand();

            assertThat(shop.place("ada", "pot", onHand)).isPresent();
            assertThat(shop.place("ada", "pot", 1)).isEmpty();
            assertThat(shop.product("pot").onHand()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void delivery_ofAnUnknownProduct_booksNothing(Edition edition) {
        try (Shop shop = new Shop(edition)) {
            int onHand = shop.product("pot").onHand();

            assertThatThrownBy(() -> shop.receive(List.of(new Delivery("pot", 1), new Delivery("kettle", 1))))
                    .isInstanceOf(UnknownProductException.class)
                    .hasMessage("no product 'kettle'");
            assertThat(shop.product("pot").onHand()).isEqualTo(onHand);
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_endsAllThreadsOfTheShop(Edition edition) throws Exception {
        Shop shop = new Shop(edition);
        shop.receive(List.of(new Delivery("pot", 1)));
        shop.sales();
        List<Thread> threads = threadsOf(edition);
        assertThat(threads).isNotEmpty();

        shop.close();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(threadsOf(edition)).isEmpty();
    }

    @Test
    void fixedEdition_losesNothingWhenManyOrderAtOnce() throws Exception {
        int threads = 8;
        long orders = 200;
        try (Shop shop = new Shop(Edition.FIXED)) {
            long onHand = shop.product("tea-black").onHand();

            concurrently(threads, () -> LongStream.range(0, orders).forEach(i -> shop.place("ada", "tea-black", 1)));

            assertThat(shop.product("tea-black").onHand()).isEqualTo(onHand - threads * orders);
            assertThat(shop.openCents())
                    .isEqualTo(threads * orders * shop.product("tea-black").cents());
        }
    }

    @Test
    void atomicOrderCounter_losesNothing() throws Exception {
        OrderCounter counter = Edition.FIXED.orderCounter();

        concurrently(8, () -> IntStream.range(0, 100_000).forEach(i -> counter.orderPlaced()));

        assertThat(counter.placed()).isEqualTo(800_000);
    }

    private static void concurrently(int threads, Runnable work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch together = new CountDownLatch(threads);
            List<? extends Future<?>> running = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        together.countDown();
                        together.await();
                        work.run();
                        return null;
                    }))
                    .toList();
            for (Future<?> run : running) {
                run.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Thread> threadsOf(Edition edition) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().matches("(packer|courier|worker|housekeeping|display)-" + edition.label())
                                || thread.getName().equals("stock-import-" + edition.label()))
                .toList();
    }
}

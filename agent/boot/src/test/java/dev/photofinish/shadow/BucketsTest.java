package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int THREADS = 4;
    private static final int OBJECTS = 2_000;

    private static SyncShadow node(Object object, int key, boolean weak) {
        return new SyncShadow(object, Buckets.mix(System.identityHashCode(object), key), key, weak);
    }

    private static @Nullable SyncShadow find(Buckets<SyncShadow> buckets, Object object, int key) {
        return buckets.find(object, Buckets.mix(System.identityHashCode(object), key), key);
    }

    @Test
    void putIfAbsent_sameObjectAndKey_answersTheFirst() {
        Buckets<SyncShadow> buckets = new Buckets<>(2, 100);
        Object object = new Object();
        SyncShadow first = buckets.putIfAbsent(node(object, 1, false), object);
        assertThat(buckets.putIfAbsent(node(object, 1, false), object)).isSameAs(first);
        assertThat(find(buckets, object, 1)).isSameAs(first);
        assertThat(find(buckets, object, 2)).isNull();
        assertThat(find(buckets, new Object(), 1)).isNull();
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void equalButDistinctObjects_haveEntriesOfTheirOwn() {
        Buckets<SyncShadow> buckets = new Buckets<>(2, 100);
        String one = new String("x");
        String other = new String("x");
        SyncShadow ofOne = buckets.putIfAbsent(node(one, 1, false), one);
        SyncShadow ofOther = buckets.putIfAbsent(node(other, 1, false), other);
        assertThat(ofOne).isNotSameAs(ofOther);
    }

    @Test
    void putIfAbsent_manyThreads_agreeOnOneEntryPerObject() throws InterruptedException {
        Buckets<SyncShadow> buckets = new Buckets<>(4, Integer.MAX_VALUE);
        List<Object> objects = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            objects.add(new Object());
        }
        Set<SyncShadow> answered = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            Thread thread = new Thread(() -> {
                awaitUninterruptibly(start);
                for (Object object : objects) {
                    answered.add(buckets.putIfAbsent(node(object, 7, false), object));
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(answered).hasSize(OBJECTS);
        assertThat(buckets.size()).isEqualTo(OBJECTS);
    }

    @Test
    void sweep_objectCollected_removesItsEntryAndNoOther() {
        Buckets<SyncShadow> buckets = new Buckets<>(1, Integer.MAX_VALUE);
        Object kept = new Object();
        buckets.putIfAbsent(node(kept, 1, true), kept);
        for (int i = 0; i < 100; i++) {
            Object garbage = new Object();
            buckets.putIfAbsent(node(garbage, 1, true), garbage);
        }
        List<SyncShadow> removed = new ArrayList<>();
        while (removed.size() < 100) {
            System.gc();
            buckets.sweep(removed::add);
        }
        assertThat(buckets.size()).isEqualTo(1);
        assertThat(find(buckets, kept, 1)).isNotNull();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

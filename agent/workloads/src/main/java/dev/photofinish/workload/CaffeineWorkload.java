package dev.photofinish.workload;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Caffeine: eviction by size and weight, every kind of expiry, refresh, weak and soft values, asynchronous loading, policies. */
final class CaffeineWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofNanos(200_000);
    private static final int KEYS = 400;

    private final LongAdder removed = new LongAdder();

    @Override
    public String run(Duration time) throws Exception {
        ExecutorService background = Executors.newFixedThreadPool(2);
        LoadingCache<Long, Parcel> sized = Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterWrite(Duration.ofMillis(40))
                .refreshAfterWrite(Duration.ofMillis(5))
                .executor(background)
                .scheduler(Scheduler.systemScheduler())
                .removalListener(this::removed)
                .recordStats()
                .build(Parcel::new);
        Cache<Long, Parcel> weighed = Caffeine.newBuilder()
                .maximumWeight(1000)
                .weigher((Long key, Parcel value) -> (int) (key % 13))
                .expireAfter(Expiry.accessing((Long key, Parcel value) -> Duration.ofMillis(1 + key % 30)))
                .executor(background)
                .evictionListener(this::removed)
                .build();
        Cache<Long, Parcel> referred = Caffeine.newBuilder()
                .weakValues()
                .expireAfterAccess(Duration.ofMillis(20))
                .executor(background)
                .build();
        AsyncLoadingCache<Long, Parcel> asynchronous = Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterAccess(Duration.ofMillis(15))
                .executor(background)
                .buildAsync(Parcel::new);
        try (Crew crew = new Crew(time)) {
            crew.add(3, PAUSE, round -> {
                long key = key();
                same(key, sized.get(key));
                same(key, weighed.get(key, Parcel::new));
                same(key, referred.get(key, Parcel::new));
                same(key, asynchronous.get(key).get(10, TimeUnit.SECONDS));
            });
            crew.add(2, PAUSE, round -> {
                long key = key();
                sized.put(key, new Parcel(key));
                weighed.asMap().compute(key, (k, old) -> round % 3 == 0 ? null : new Parcel(k));
                referred.put(key, new Parcel(key));
                asynchronous.synchronous().invalidate(key);
                Parcel seen = weighed.getIfPresent(key);
                if (seen != null) {
                    same(key, seen);
                }
                if (round % 16 == 0) {
                    sized.invalidateAll(List.of(key, key + 1, key + 2));
                    sized.getAll(List.of(key, key + 1)).forEach(CaffeineWorkload::same);
                    sized.refresh(key);
                }
            });
            crew.add(Duration.ofMillis(5), round -> {
                sized.cleanUp();
                weighed.asMap().forEach(CaffeineWorkload::same);
                sized.policy().eviction().orElseThrow().setMaximum(50 + round % 100);
                weighed.policy().eviction().orElseThrow().hottest(10).forEach(CaffeineWorkload::same);
                sized.policy().expireAfterWrite().orElseThrow().oldest(10).forEach(CaffeineWorkload::same);
                if (round % 50 == 0) {
                    weighed.invalidateAll();
                }
            });
            long rounds = crew.await();
            sized.cleanUp();
            Check.that(sized.estimatedSize() <= 150, "no more than 150 entries after the clean-up");
            Check.that(sized.stats().requestCount() > 0, "requests in the statistics");
            return rounds + " rounds, " + removed.sum() + " removed, " + sized.stats();
        } finally {
            background.shutdown();
            Check.that(background.awaitTermination(30, TimeUnit.SECONDS), "the cache's executor to end");
        }
    }

    private static long key() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Math.min(random.nextInt(KEYS), random.nextInt(KEYS));
    }

    private void removed(@Nullable Object key, @Nullable Object value, RemovalCause cause) {
        removed.increment();
        if (key instanceof Long number && value instanceof Parcel parcel) {
            same(number, parcel);
        }
    }

    private static void same(long key, Parcel parcel) {
        Check.equal(key, parcel.open(), "the parcel of its key");
    }
}

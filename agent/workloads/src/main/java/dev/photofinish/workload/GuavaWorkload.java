package dev.photofinish.workload;

import com.google.common.base.Suppliers;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import com.google.common.collect.MapMaker;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.Subscribe;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningScheduledExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.SettableFuture;
import com.google.common.util.concurrent.Striped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Guava: the cache, weak maps and interners, listenable futures, striped locks, memoizing suppliers, the event bus. */
final class GuavaWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofNanos(300_000);
    private static final int STRIPES = 8;

    private final AtomicLong delivered = new AtomicLong();
    private final long[] guarded = new long[STRIPES];
    private final ConcurrentMap<Long, Supplier<Parcel>> suppliers = new ConcurrentHashMap<>();

    @Override
    public String run(Duration time) throws Exception {
        ListeningScheduledExecutorService background =
                MoreExecutors.listeningDecorator(Executors.newScheduledThreadPool(2));
        AtomicLong evicted = new AtomicLong();
        LoadingCache<Long, Parcel> sized = CacheBuilder.newBuilder()
                .maximumSize(100)
                .concurrencyLevel(4)
                .expireAfterAccess(Duration.ofMillis(20))
                .refreshAfterWrite(Duration.ofMillis(5))
                .removalListener(gone -> evicted.incrementAndGet())
                .recordStats()
                .build(CacheLoader.asyncReloading(CacheLoader.from((Long key) -> new Parcel(key)), background));
        LoadingCache<Long, Parcel> weak = CacheBuilder.newBuilder()
                .weakValues()
                .expireAfterWrite(Duration.ofMillis(20))
                .build(CacheLoader.from((Long key) -> new Parcel(key)));
        ConcurrentMap<Long, Parcel> map = new MapMaker().weakValues().makeMap();
        Interner<String> interner = Interners.newWeakInterner();
        ConcurrentHashMultiset<Long> counts = ConcurrentHashMultiset.create();
        Striped<Lock> stripes = Striped.lazyWeakLock(STRIPES);
        RateLimiter limiter = RateLimiter.create(100_000);
        AsyncEventBus bus = new AsyncEventBus(background);
        bus.register(this);
        try (Crew crew = new Crew(time)) {
            crew.add(3, PAUSE, round -> {
                long key = key();
                same(key, sized.get(key));
                same(key, weak.get(key));
                same(key, map.computeIfAbsent(key, number -> new Parcel(number)));
                same(key, once(key).get());
                Check.that(interner.intern("key " + key).endsWith(" " + key), "the interned string of the key");
                counts.add(key);
                limiter.acquire();
            });
            crew.add(2, PAUSE, round -> {
                long key = key();
                sized.put(key, new Parcel(key));
                sized.invalidate(key + 1);
                map.put(key, new Parcel(key));
                int stripe = (int) (key % STRIPES);
                Lock lock = stripes.get(stripe);
                lock.lock();
                try {
                    guarded[stripe]++;
                } finally {
                    lock.unlock();
                }
                ListenableFuture<Parcel> first = background.submit(() -> new Parcel(key));
                ListenableFuture<Parcel> second = Futures.transform(
                        background.schedule(() -> new Parcel(key + 1), 100, TimeUnit.MICROSECONDS),
                        parcel -> new Parcel(parcel.open() + 1),
                        background);
                List<Parcel> both = Futures.allAsList(first, second).get(10, TimeUnit.SECONDS);
                same(key, both.get(0));
                same(key + 2, both.get(1));
                SettableFuture<Parcel> settable = SettableFuture.create();
                background.execute(() -> settable.set(new Parcel(key)));
                same(
                        key,
                        Futures.withTimeout(settable, 10, TimeUnit.SECONDS, background)
                                .get());
                bus.post(new Parcel(key));
            });
            crew.add(Duration.ofMillis(5), round -> {
                sized.cleanUp();
                sized.asMap().forEach(GuavaWorkload::same);
                map.forEach(GuavaWorkload::same);
            });
            long rounds = crew.await();
            Check.that(counts.size() > 0, "counted keys");
            return rounds + " rounds, " + evicted + " evicted, " + delivered + " delivered, " + sized.stats();
        } finally {
            background.shutdown();
            Check.that(background.awaitTermination(30, TimeUnit.SECONDS), "the executor to end");
        }
    }

    /** Called by the event bus. */
    @Subscribe
    public void on(Parcel parcel) {
        delivered.addAndGet(parcel.open() > Long.MIN_VALUE ? 1 : 0);
    }

    private Supplier<Parcel> once(long key) {
        return suppliers.computeIfAbsent(key, number -> Suppliers.memoize(() -> new Parcel(number)));
    }

    private static long key() {
        return ThreadLocalRandom.current().nextInt(300);
    }

    private static void same(long key, Parcel parcel) {
        Check.equal(key, parcel.open(), "the parcel of its key");
    }
}

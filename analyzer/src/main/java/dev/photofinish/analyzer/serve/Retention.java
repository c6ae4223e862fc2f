package dev.photofinish.analyzer.serve;

import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets every hour what was not seen for long. */
final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Of use while their JVM lives and sends. */
    private static final Duration LOCK_ORDERS = Duration.ofDays(1);

    private final FindingStore store;
    private final Duration retention;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> runs;

    Retention(FindingStore store, Duration retention, InstantSource clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "photofinish-retention");
            daemon.setDaemon(true);
            return daemon;
        });
        this.runs = thread.scheduleWithFixedDelay(this::purge, 0, 1, TimeUnit.HOURS);
    }

    private void purge() {
        try {
            Instant now = clock.instant();
            int rows = store.purge(now.minus(retention), now.minus(LOCK_ORDERS));
            if (rows > 0) {
                LOG.info("forgot {} rows that were not seen for long, findings for {} days", rows, retention.toDays());
            }
        } catch (StoreException e) {
            LOG.error("old rows cannot be deleted, trying again in an hour", e);
        }
    }

    @Override
    public void close() {
        runs.cancel(false);
        thread.shutdown();
    }
}

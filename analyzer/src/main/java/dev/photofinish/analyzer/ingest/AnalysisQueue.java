package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.ingest.SequenceGate.Turn;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.profile.LockProfiles;
import dev.photofinish.analyzer.store.AnalyzerStore;
import dev.photofinish.analyzer.store.ChunkJournal.Acceptance;
import dev.photofinish.analyzer.store.ChunkJournal.Standing;
import dev.photofinish.analyzer.store.ChunkKey;
import dev.photofinish.analyzer.store.ChunkReceipt;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable queue before the analysis. Whose turn it is, is decided under one lock; receiving, analysing and storing
 * happen outside of it. An instance has at most one task with the analysis threads, so their queue is bounded by the
 * number of instances.
 */
public final class AnalysisQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisQueue.class);
    private static final long TICK_MILLIS = 200;
    private static final long CLOSE_SECONDS = 10;

    private final IngestOptions options;
    private final AnalyzerStore store;
    private final InstantSource clock;
    private final ChunkSpool spool;
    private final QueueBudget budget;
    private final ChunkInspector inspector;
    private final ChunkProcessor processor;
    private final Map<String, InstanceFeed> feeds = new HashMap<>();
    private final ExecutorService workers;
    private final ScheduledExecutorService ticker;
    private final ScheduledFuture<?> ticks;
    private boolean closing;

    /**
     * Opens the queue in a directory and continues with what an earlier run left there.
     *
     * @throws SpoolException if the directory cannot be used
     */
    public AnalysisQueue(
            Path directory,
            IngestOptions options,
            AnalyzerStore store,
            AnalyzerMetrics metrics,
            LockProfiles profiles,
            InstantSource clock) {
        List<ChunkReceipt> waiting = store.chunks().waiting();
        List<ChunkKey> keys = waiting.stream().map(ChunkReceipt::key).toList();
        this.options = options;
        this.store = store;
        this.clock = clock;
        this.spool = ChunkSpool.open(directory, keys);
        this.budget = new QueueBudget(options.queueMaxBytes());
        this.inspector = new ChunkInspector(options.maxChunkBytes());
        this.processor = new ChunkProcessor(spool, store, metrics, profiles, clock, options.maxChunkBytes());
        this.workers = Executors.newFixedThreadPool(options.analysisThreads(), threads("photofinish-analysis-"));
        this.ticker = Executors.newSingleThreadScheduledExecutor(threads("photofinish-queue-"));
        processor.leftBehind(keys);
        waiting.forEach(chunk -> budget.restore(chunk.key().instance(), chunk.storedBytes()));
        waiting.forEach(
                chunk -> offer(chunk, store.chunks().nextSequence(chunk.key().instance())));
        this.ticks = ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a chunk; on disk when this returns {@code NEW}. A body that is not wanted is not read.
     *
     * @param announcedBytes size of the body by its header, -1 where it does not say
     * @throws ChunkRefusedException if it cannot be taken, now or ever
     */
    Standing take(ChunkHeaders headers, long announcedBytes, InputStream body) {
        ChunkKey key = headers.key();
        Standing standing = store.chunks().standing(key);
        if (standing != Standing.NEW) {
            return standing;
        }
        if (announcedBytes > options.maxChunkBytes()) {
            throw ChunkRefusedException.tooLarge(options.maxChunkBytes());
        }
        if (tooManyInstances(key.instance())) {
            throw ChunkRefusedException.tooMany(
                    "chunks of " + options.maxInstances() + " instances, which is maxInstances, are being analysed");
        }
        long reserved = announcedBytes < 0 ? options.maxChunkBytes() : announcedBytes;
        budget.reserve(key.instance(), reserved);
        long taken = 0;
        try (ChunkSpool.Incoming incoming = spool.incoming()) {
            BodyStream stream = new BodyStream(body, options.maxChunkBytes(), incoming::write);
            inspector.inspect(stream);
            incoming.force();
            ChunkReceipt receipt = new ChunkReceipt(key, headers.service(), stream.count(), clock.millis());
            Acceptance acceptance = keep(incoming, receipt);
            if (acceptance.before() == Standing.NEW) {
                taken = receipt.storedBytes();
                budget.adjust(key.instance(), reserved, taken);
                offer(receipt, acceptance.nextSequence());
            }
            return acceptance.before();
        } finally {
            if (taken == 0) {
                budget.release(key.instance(), reserved);
            }
        }
    }

    /** The age of the data that is being analysed, or of the oldest that waits, in seconds; 0 where nothing is live. */
    public synchronized double lagSeconds() {
        long now = clock.millis();
        long lagMillis = 0;
        for (InstanceFeed feed : feeds.values()) {
            lagMillis = Math.max(
                    lagMillis, Math.max(feed.lagMillis, now - feed.gate().oldestMillis(now)));
        }
        return lagMillis / 1e3;
    }

    /** Why no chunk can be taken at the moment, in one sentence; empty where all is well. */
    public Optional<String> problem() {
        if (processor.storeFails()) {
            return Optional.of("the database cannot be written");
        }
        return budget.full() ? Optional.of("the queue is full") : Optional.empty();
    }

    /** Stops taking turns and waits a while for the chunks in progress; the rest is for the next run. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        ticks.cancel(false);
        ticker.shutdown();
        processor.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an analysis is still running, its chunk will be analysed again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two requests may bring the same chunk at once: the file gets its name and the journal its entry in one step. */
    private Acceptance keep(ChunkSpool.Incoming incoming, ChunkReceipt receipt) {
        synchronized (spool) {
            Standing standing = store.chunks().standing(receipt.key());
            if (standing != Standing.NEW) {
                return new Acceptance(standing, 0);
            }
            incoming.keep(receipt.key());
            return store.chunks().accept(receipt);
        }
    }

    private synchronized boolean tooManyInstances(String instance) {
        return feeds.size() >= options.maxInstances() && !feeds.containsKey(instance);
    }

    private synchronized void offer(ChunkReceipt receipt, long nextSequence) {
        InstanceFeed feed = feeds.computeIfAbsent(receipt.key().instance(), instance -> {
            SequenceGate gate = new SequenceGate(nextSequence, options.gapWait().toMillis(), options.gapChunks());
            return new InstanceFeed(instance, receipt.service(), gate, options.suppressions(), clock.millis());
        });
        feed.lastMillis = clock.millis();
        feed.gate().add(receipt);
        pump(feed);
    }

    private synchronized void tick() {
        try {
            long now = clock.millis();
            long idleMillis = options.instanceIdle().toMillis();
            for (InstanceFeed feed : List.copyOf(feeds.values())) {
                if (!feed.busy && !closing && feed.gate().isEmpty() && now - feed.lastMillis >= idleMillis) {
                    start(feed, () -> processor.finish(feed));
                } else {
                    pump(feed);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("looking after the queue failed, trying again", e);
        }
    }

    /** Starts the next chunk of an instance if its turn has come; the caller holds the lock. */
    private void pump(InstanceFeed feed) {
        if (feed.busy || closing) {
            return;
        }
        Turn turn = feed.gate().poll(clock.millis());
        if (turn != null) {
            start(feed, () -> process(feed, turn));
        }
    }

    private void process(InstanceFeed feed, Turn turn) throws InterruptedException {
        try {
            long lagMillis = processor.process(feed, turn);
            synchronized (this) {
                feed.lagMillis = Math.max(0, lagMillis);
            }
        } finally {
            budget.release(feed.instance(), turn.chunk().storedBytes());
        }
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    /** Gives the feed to an analysis thread; the caller holds the lock. */
    private void start(InstanceFeed feed, Task task) {
        feed.busy = true;
        try {
            workers.execute(() -> {
                try {
                    task.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.error("work on {} failed", feed.instance(), e);
                } finally {
                    release(feed);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("closing: {} stays for the next run", feed.instance(), e);
        }
    }

    private synchronized void release(InstanceFeed feed) {
        feed.busy = false;
        if (!feed.hasAnalysis() && feed.gate().isEmpty()) {
            feeds.remove(feed.instance());
        }
        pump(feed);
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

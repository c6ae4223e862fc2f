package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.decode.ChunkSplitter;
import dev.photofinish.analyzer.decode.UnusableInputException;
import dev.photofinish.analyzer.ingest.SequenceGate.Turn;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.metrics.ChunkOutcome;
import dev.photofinish.analyzer.profile.LockProfiles;
import dev.photofinish.analyzer.store.AnalyzerStore;
import dev.photofinish.analyzer.store.ChunkDone;
import dev.photofinish.analyzer.store.ChunkKey;
import dev.photofinish.analyzer.store.Observations;
import dev.photofinish.analyzer.store.Recorded;
import dev.photofinish.analyzer.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one chunk from the spool through the analysis into the store. Any analysis thread, one at a time per instance. The
 * store is tried again until it works: what an analysis said cannot be said twice.
 */
final class ChunkProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkProcessor.class);

    /** A chunk that an earlier run left behind may be the one that ended it. */
    private static final int ATTEMPTS_AFTER_RESTART = 3;

    private static final long STORE_RETRY_MILLIS = 1000;

    private final ChunkSpool spool;
    private final AnalyzerStore store;
    private final AnalyzerMetrics metrics;
    private final LockProfiles profiles;
    private final InstantSource clock;
    private final int maxChunkBytes;
    private final Set<ChunkKey> leftBehind = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean storeFails;

    ChunkProcessor(
            ChunkSpool spool,
            AnalyzerStore store,
            AnalyzerMetrics metrics,
            LockProfiles profiles,
            InstantSource clock,
            int maxChunkBytes) {
        this.spool = spool;
        this.store = store;
        this.metrics = metrics;
        this.profiles = profiles;
        this.clock = clock;
        this.maxChunkBytes = maxChunkBytes;
    }

    /** Names chunks that an earlier run left behind. */
    void leftBehind(Collection<ChunkKey> keys) {
        leftBehind.addAll(keys);
    }

    /** Whether the store refuses to take what was found. */
    boolean storeFails() {
        return storeFails;
    }

    /** Gives up waiting for the store; chunks in progress stay for the next run. */
    void close() {
        closed.countDown();
    }

    /** Works on a chunk and returns how old its data was when it was stored, in milliseconds; -1 where that is unknown. */
    long process(InstanceFeed feed, Turn turn) throws InterruptedException {
        ChunkKey key = turn.chunk().key();
        if (turn.late()) {
            discard(key);
            return -1;
        }
        feed.service(turn.chunk().service());
        ChunkOutcome outcome = analyse(feed, key);
        Observations observations = feed.collector()
                .drain(key.instance(), turn.chunk().service(), turn.chunk().receivedMillis());
        if (record(observations, new ChunkDone(key, turn.missingFrom())) == null) {
            return -1;
        }
        metrics.chunk(outcome);
        metrics.chunks(ChunkOutcome.MISSING, turn.missing());
        release(key, outcome);
        return observations.chunks().stream()
                .mapToLong(ChunkSummary::endNanos)
                .map(nanos -> clock.millis() - TimeUnit.NANOSECONDS.toMillis(nanos))
                .min()
                .orElse(-1);
    }

    /** Ends the analysis of an instance that fell silent. */
    void finish(InstanceFeed feed) throws InterruptedException {
        if (!feed.hasAnalysis()) {
            return;
        }
        try {
            feed.finishAnalysis();
        } catch (RuntimeException e) {
            LOG.error("the analysis of {} could not be ended", feed.instance(), e);
        }
        feed.dropAnalysis();
        record(feed.collector().drain(feed.instance(), feed.service(), clock.millis()), null);
    }

    private ChunkOutcome analyse(InstanceFeed feed, ChunkKey key) {
        try {
            if (attemptsAfterRestart(key) > ATTEMPTS_AFTER_RESTART) {
                LOG.warn("{} was never finished in {} runs, it is set aside", key, ATTEMPTS_AFTER_RESTART);
                feed.dropAnalysis();
                return ChunkOutcome.FAILED;
            }
            try (InputStream file = new GZIPInputStream(spool.read(key))) {
                ChunkSplitter splitter = new ChunkSplitter(file, maxChunkBytes);
                for (ByteBuffer chunk = splitter.next(); chunk != null; chunk = splitter.next()) {
                    feed.analysis(() -> remembered(key.instance())).accept(chunk);
                }
            }
            return ChunkOutcome.ANALYSED;
        } catch (UnusableInputException e) {
            LOG.warn("{} is damaged and is set aside: {}", key, e.getMessage());
            return ChunkOutcome.CORRUPT;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("{} could not be analysed and is set aside", key, e);
            feed.dropAnalysis();
            return ChunkOutcome.FAILED;
        }
    }

    /** Without it cycles may be missed that were seen by halves before; that is no reason to stop. */
    private List<RememberedOrder> remembered(String instance) {
        try {
            return store.findings().rememberedOrders(instance);
        } catch (StoreException e) {
            LOG.warn("the lock orders of {} before this start cannot be read: {}", instance, e.getMessage());
            return List.of();
        }
    }

    private int attemptsAfterRestart(ChunkKey key) {
        if (!leftBehind.remove(key)) {
            return 0;
        }
        try {
            return store.chunks().countAttempt(key);
        } catch (StoreException e) {
            LOG.warn("the attempts of {} cannot be counted: {}", key, e.getMessage());
            return 0;
        }
    }

    /** Stores and counts; null where the analyzer was closed before the store worked. */
    private @Nullable Recorded record(Observations observations, @Nullable ChunkDone done) throws InterruptedException {
        while (true) {
            try {
                Recorded recorded = store.findings().record(observations, done);
                storeFails = false;
                metrics.observed(observations, recorded);
                profiles.add(observations.service(), observations.lockStacks());
                return recorded;
            } catch (StoreException e) {
                if (!storeFails) {
                    LOG.error("findings cannot be stored, trying again until it works", e);
                }
                storeFails = true;
                if (closed.await(STORE_RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return null;
                }
            }
        }
    }

    private void discard(ChunkKey key) {
        store.chunks().discard(key);
        metrics.chunk(ChunkOutcome.LATE);
        release(key, ChunkOutcome.LATE);
    }

    /** The chunk is done in the journal; a file that stays behind is deleted at the next start. */
    private void release(ChunkKey key, ChunkOutcome outcome) {
        try {
            if (outcome == ChunkOutcome.CORRUPT || outcome == ChunkOutcome.FAILED) {
                spool.setAside(key);
            } else {
                spool.delete(key);
            }
        } catch (IOException e) {
            LOG.warn("{} is done but its file could not be moved: {}", key, e.toString());
        }
    }
}

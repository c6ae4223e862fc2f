package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.trace.DeadlockedThread;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.TraceEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the decoder tells of some chunks. */
final class DecodedChunks implements ChunkSink {
    final List<TraceEvent> traces = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<LockWait> waits = new ArrayList<>();
    final List<ThreadPause> pauses = new ArrayList<>();
    final List<DeadlockedThread> deadlocked = new ArrayList<>();
    final List<StatusFields> statuses = new ArrayList<>();
    final List<String> losses = new ArrayList<>();
    final Map<String, Long> counts = new TreeMap<>();
    final Map<String, Long> waitThresholds = new TreeMap<>();
    int chunks;

    static DecodedChunks of(Path file) throws IOException {
        DecodedChunks decoded = new DecodedChunks();
        Chunks.of(file).forEach(decoded::add);
        return decoded;
    }

    void add(ByteBuffer chunk) {
        chunks++;
        new ChunkDecoder(chunk).decode(this).forEach((type, count) -> counts.merge(type, count, Long::sum));
    }

    @Override
    public void trace(TraceEvent event) {
        traces.add(event);
    }

    @Override
    public void site(Site site) {
        sites.add(site);
    }

    @Override
    public void lockWait(LockWait wait) {
        waits.add(wait);
    }

    @Override
    public void pause(ThreadPause pause) {
        pauses.add(pause);
    }

    @Override
    public void waitThreshold(String eventType, long nanos) {
        waitThresholds.put(eventType, nanos);
    }

    @Override
    public void deadlocked(DeadlockedThread thread) {
        deadlocked.add(thread);
    }

    @Override
    public void agentStatus(StatusFields status) {
        statuses.add(status);
    }

    @Override
    public void loss(String reason, long count) {
        losses.add(reason + " " + count);
    }

    @Override
    public void dataLoss(long bytes) {
        losses.add("jdk.DataLoss " + bytes);
    }
}

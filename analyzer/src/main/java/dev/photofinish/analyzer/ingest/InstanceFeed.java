package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.analysis.InstanceAnalysis;
import dev.photofinish.analyzer.lockorder.RememberedOrder;
import dev.photofinish.analyzer.suppress.Suppressions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One instance: its waiting chunks, and the state of its analysis. The gate, {@link #busy} and the times are guarded by the
 * queue's lock; the analysis belongs to the thread that made the feed busy.
 */
final class InstanceFeed {
    private final String instance;
    private final SequenceGate gate;
    private final Suppressions suppressions;
    private final ObservationCollector collector = new ObservationCollector();
    private @Nullable InstanceAnalysis analysis;
    private String service;
    boolean busy;
    long lastMillis;
    long lagMillis;

    InstanceFeed(String instance, String service, SequenceGate gate, Suppressions suppressions, long nowMillis) {
        this.instance = instance;
        this.service = service;
        this.gate = gate;
        this.suppressions = suppressions;
        this.lastMillis = nowMillis;
    }

    String instance() {
        return instance;
    }

    SequenceGate gate() {
        return gate;
    }

    ObservationCollector collector() {
        return collector;
    }

    String service() {
        return service;
    }

    void service(String name) {
        service = name;
    }

    /** The analysis in progress, begun where there is none with what is remembered of the instance. */
    InstanceAnalysis analysis(Supplier<List<RememberedOrder>> remembered) {
        if (analysis == null) {
            analysis = new InstanceAnalysis(instance, collector, suppressions);
            analysis.remember(remembered.get());
        }
        return analysis;
    }

    /** Ends the analysis in progress; nothing where there is none. */
    void finishAnalysis() {
        if (analysis != null) {
            analysis.finish();
        }
    }

    boolean hasAnalysis() {
        return analysis != null;
    }

    /** Drops the state of the analysis: the next chunk begins a new one. */
    void dropAnalysis() {
        analysis = null;
    }
}

package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.analysis.AnalysisListener.ChunkSummary;
import dev.photofinish.analyzer.analysis.AnalysisListener.WindowResult;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.Observations;
import dev.photofinish.analyzer.store.Recorded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The meters of the analyzer, and the page that Prometheus scrapes. */
public final class AnalyzerMetrics {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String CLASSIC_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int SERVICES = 200;
    private static final int EVENT_TYPES = 100;
    private static final int LOSS_REASONS = 100;
    private static final int LOCK_PLACES_PER_SERVICE = 50;

    private final PrometheusMeterRegistry registry;
    private final LabelBound services = new LabelBound(SERVICES);
    private final LabelBound eventTypes = new LabelBound(EVENT_TYPES);
    private final LabelBound lossReasons = new LabelBound(LOSS_REASONS);
    private final LockPlaces lockPlaces = new LockPlaces(services, LOCK_PLACES_PER_SERVICE);
    private final StateMeters state;
    private final RaceExemplars exemplars = new RaceExemplars();
    private final ExpositionFormats formats = ExpositionFormats.init();

    /**
     * Registers everything whose labels are known beforehand, at zero.
     *
     * @param version of the analyzer
     */
    public AnalyzerMetrics(PrometheusMeterRegistry registry, AgentLiveness liveness, String version) {
        this.registry = registry;
        this.state = new StateMeters(registry, services, liveness);
        registry.getPrometheusRegistry().register(new LockCollector(lockPlaces));
        Gauge.builder(Metric.BUILD_INFO.id(), () -> 1)
                .description(Metric.BUILD_INFO.help())
                .tag("version", version)
                .register(registry);
        for (ChunkOutcome outcome : ChunkOutcome.values()) {
            chunks(outcome, 0);
        }
        List.of("complete", "incomplete", "warmup")
                .forEach(outcome -> counter(Metric.WINDOWS, Tags.of("outcome", outcome)));
    }

    /** Exports the lag that is asked for at each scrape. */
    public void streamLag(DoubleSupplier seconds) {
        Gauge.builder(Metric.STREAM_LAG.id(), seconds::getAsDouble)
                .description(Metric.STREAM_LAG.help())
                .baseUnit("seconds")
                .register(registry);
    }

    /** Counts one chunk. */
    public void chunk(ChunkOutcome outcome) {
        chunks(outcome, 1);
    }

    /** Counts chunks. */
    public void chunks(ChunkOutcome outcome, long count) {
        counter(Metric.CHUNKS, Tags.of("outcome", outcome.label())).increment(Math.max(0.0, (double) count));
    }

    /** Counts what one chunk gave, after it was stored. */
    public void observed(Observations observations, Recorded recorded) {
        String service = services.admit(observations.service());
        for (Grade grade : Grade.values()) {
            counter(Metric.RACE_OBSERVATIONS, Tags.of("service", service, "grade", grade.label()))
                    .increment((double) recorded.sightings().getOrDefault(grade, 0L));
        }
        recorded.examples()
                .forEach((grade, finding) -> exemplars.seen(service, grade.label(), finding, observations.atMillis()));
        for (WindowResult window : observations.windows()) {
            counter(Metric.WINDOWS, Tags.of("outcome", window.outcome())).increment();
            lost("not_received", window.lost());
            counter(Metric.RACES_SUPPRESSED, Tags.of("service", service))
                    .increment((double) window.suppressed().size());
            window.contention().forEach(contention -> lockPlaces.add(service, contention));
        }
        observations.contention().forEach(contention -> lockPlaces.add(service, contention));
        for (ChunkSummary chunk : observations.chunks()) {
            chunk.eventsByType()
                    .forEach((type, count) -> counter(Metric.EVENTS, Tags.of("type", eventTypes.admit(type)))
                            .increment(Math.max(0.0, (double) count)));
            lost("undecodable", chunk.lost());
        }
        recorded.newLosses().forEach(this::lost);
        lost("store_full", recorded.notStored());
    }

    /** The format of a scrape whose Accept header says this: OpenMetrics where it is asked for, the classic text otherwise. */
    public static String format(@Nullable String accept) {
        return accept != null && accept.contains("application/openmetrics-text") ? OPEN_METRICS : CLASSIC_TEXT;
    }

    /** Writes all metrics as they are now, in one of the formats. */
    public synchronized void scrape(FindingStore store, Instant now, String format, OutputStream out)
            throws IOException {
        state.refresh(store, now);
        formats.findWriter(format)
                .write(out, exemplars.beside(registry.getPrometheusRegistry().scrape()));
    }

    private void lost(String reason, long count) {
        counter(Metric.EVENTS_LOST, Tags.of("reason", lossReasons.admit(reason)))
                .increment(Math.max(0.0, (double) count));
    }

    private Counter counter(Metric metric, Tags tags) {
        return Counter.builder(metric.id())
                .description(metric.help())
                .tags(tags)
                .register(registry);
    }
}

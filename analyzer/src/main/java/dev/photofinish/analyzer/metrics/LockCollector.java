package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.finding.WaitBuckets;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.Arrays;

/**
 * The lock metrics, straight in the Prometheus client: waits arrive already counted by range, once per chunk, and a
 * Micrometer timer only takes single values.
 */
final class LockCollector implements MultiCollector {
    private static final double[] UPPER_BOUNDS_SECONDS = upperBoundsSeconds();

    private final LockPlaces places;

    LockCollector(LockPlaces places) {
        this.places = places;
    }

    @Override
    public MetricSnapshots collect() {
        HistogramSnapshot.Builder waits =
                HistogramSnapshot.builder().name(Metric.LOCK_WAIT.id()).help(Metric.LOCK_WAIT.help());
        SummarySnapshot.Builder holds =
                SummarySnapshot.builder().name(Metric.LOCK_HOLD.id()).help(Metric.LOCK_HOLD.help());
        CounterSnapshot.Builder handoffs =
                CounterSnapshot.builder().name(Metric.LOCK_HANDOFFS.id()).help(Metric.LOCK_HANDOFFS.help());
        CounterSnapshot.Builder contended =
                CounterSnapshot.builder().name(Metric.LOCK_CONTENDED.id()).help(Metric.LOCK_CONTENDED.help());
        CounterSnapshot.Builder convoys =
                CounterSnapshot.builder().name(Metric.LOCK_CONVOYS.id()).help(Metric.LOCK_CONVOYS.help());
        GaugeSnapshot.Builder waiters =
                GaugeSnapshot.builder().name(Metric.LOCK_WAITERS.id()).help(Metric.LOCK_WAITERS.help());
        places.forEach((place, totals) -> {
            Labels labels = labels(place);
            if (totals.waits() > 0) {
                waits.dataPoint(waits(labels, totals));
                contended.dataPoint(counter(labels, totals.contendedSeconds()));
            }
            if (totals.handoffs() > 0) {
                holds.dataPoint(holds(labels, totals));
                handoffs.dataPoint(counter(labels, (double) totals.handoffs()));
                convoys.dataPoint(counter(labels, (double) totals.convoys()));
                waiters.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(totals.waiters())
                        .build());
            }
        });
        return new MetricSnapshots(
                waits.build(), contended.build(), holds.build(), handoffs.build(), convoys.build(), waiters.build());
    }

    private static Labels labels(LockPlace place) {
        return Labels.of(
                "service", place.service(),
                "lock_class", place.lockClass(),
                "site", place.site(),
                "kind", place.kind());
    }

    private static HistogramDataPointSnapshot waits(Labels labels, LockTotals totals) {
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .sum(totals.waitSeconds())
                .exemplars(Exemplars.of(Exemplar.builder()
                        .value(totals.longestSeconds())
                        .labels(Labels.of("contention", totals.longestAt()))
                        .build()))
                .classicHistogramBuckets(ClassicHistogramBuckets.of(UPPER_BOUNDS_SECONDS, totals.waitBuckets()))
                .build();
    }

    private static SummaryDataPointSnapshot holds(Labels labels, LockTotals totals) {
        return SummaryDataPointSnapshot.builder()
                .labels(labels)
                .count(totals.handoffs())
                .sum(totals.holdSeconds())
                .build();
    }

    private static CounterDataPointSnapshot counter(Labels labels, double value) {
        return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static double[] upperBoundsSeconds() {
        long[] nanos = WaitBuckets.upperBoundsNanos();
        double[] seconds = Arrays.copyOf(
                Arrays.stream(nanos).mapToDouble(bound -> bound / 1e9).toArray(), nanos.length + 1);
        seconds[nanos.length] = Double.POSITIVE_INFINITY;
        return seconds;
    }
}

package dev.photofinish.analyzer.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of each service and grade the finding that was seen last, put beside the counter of observations: as exemplar with the label
 * {@code finding}, by which {@code /api/v1/findings/{id}} and the page know it. Micrometer's counters take exemplars from traces alone.
 */
final class RaceExemplars {
    private static final String NAME = Metric.RACE_OBSERVATIONS.id().replace('.', '_');

    // As many as the counter has series, whose labels are bounded.
    private final Map<Labels, Exemplar> last = new ConcurrentHashMap<>();

    private static Labels labels(String service, String grade) {
        return Labels.of("service", service, "grade", grade);
    }

    /** @param atMillis when its chunk was received, milliseconds since 1970 */
    void seen(String service, String grade, String finding, long atMillis) {
        Exemplar exemplar = Exemplar.builder()
                .value(1)
                .labels(Labels.of("finding", finding))
                .timestampMillis(atMillis)
                .build();
        last.put(labels(service, grade), exemplar);
    }

    MetricSnapshots beside(MetricSnapshots metrics) {
        List<MetricSnapshot> all = new ArrayList<>();
        for (MetricSnapshot metric : metrics) {
            boolean isTheirs = metric instanceof CounterSnapshot
                    && metric.getMetadata().getPrometheusName().equals(NAME);
            all.add(isTheirs ? beside((CounterSnapshot) metric) : metric);
        }
        return new MetricSnapshots(all);
    }

    private CounterSnapshot beside(CounterSnapshot counter) {
        List<CounterDataPointSnapshot> points = new ArrayList<>();
        for (CounterDataPointSnapshot point : counter.getDataPoints()) {
            Labels labels = point.getLabels();
            Exemplar exemplar = last.get(labels(labels.get("service"), labels.get("grade")));
            points.add(exemplar == null ? point : with(point, exemplar));
        }
        return new CounterSnapshot(counter.getMetadata(), points);
    }

    private static CounterDataPointSnapshot with(CounterDataPointSnapshot point, Exemplar exemplar) {
        return CounterDataPointSnapshot.builder()
                .labels(point.getLabels())
                .value(point.getValue())
                .exemplar(exemplar)
                .createdTimestampMillis(point.getCreatedTimestampMillis())
                .build();
    }
}

package dev.photofinish.known;

import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;

/** One thread replaces the configuration of a metric, under its lock; another asks for it without (KAFKA-16381). */
final class KafkaClients implements Driver {
    private final KafkaMetric metric;

    KafkaClients() {
        Metrics metrics = new Metrics();
        metric = metrics.addMetricIfAbsent(
                metrics.metricName("name", "group"), new MetricConfig(), (Gauge<Integer>) (config, now) -> 1);
    }

    @Override
    public void first() {
        metric.config(new MetricConfig());
    }

    @Override
    public void second() {
        metric.config();
    }
}

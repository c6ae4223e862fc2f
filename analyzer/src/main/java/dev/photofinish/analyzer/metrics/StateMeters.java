package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.store.Agent;
import dev.photofinish.analyzer.store.Finding;
import dev.photofinish.analyzer.store.FindingQuery;
import dev.photofinish.analyzer.store.FindingState;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.GradeCount;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The gauges that describe the store: replaced as a whole before each scrape. */
final class StateMeters {
    private static final int RACE_INFOS = 100;
    private static final int AGENTS = 10_000;

    private final LabelBound services;
    private final AgentLiveness liveness;
    private final MultiGauge racesOpen;
    private final MultiGauge raceInfo;
    private final MultiGauge lockCycles;
    private final MultiGauge deadlocked;
    private final MultiGauge coverage;
    private final MultiGauge overhead;
    private final MultiGauge agents;

    StateMeters(MeterRegistry registry, LabelBound services, AgentLiveness liveness) {
        this.services = services;
        this.liveness = liveness;
        this.racesOpen = gauge(registry, Metric.RACES_OPEN);
        this.raceInfo = gauge(registry, Metric.RACE_INFO);
        this.lockCycles = gauge(registry, Metric.LOCK_ORDER_CYCLES);
        this.deadlocked = gauge(registry, Metric.DEADLOCKED_THREADS);
        this.coverage = gauge(registry, Metric.COVERAGE);
        this.overhead = gauge(registry, Metric.OVERHEAD);
        this.agents = gauge(registry, Metric.AGENTS);
    }

    void refresh(FindingStore store, Instant now) {
        racesOpen.register(sums(store.openRaces(now).stream(), this::tags, GradeCount::count), true);
        raceInfo.register(infos(store, now), true);
        lockCycles.register(sums(store.lockCycles().stream(), this::tags, GradeCount::count), true);
        List<Agent> live = store.agents(now.minus(liveness.goneAfter()), AGENTS);
        agents.register(sums(live.stream(), agent -> tags(agent, now), agent -> 1), true);
        deadlocked.register(
                sums(
                        live.stream().filter(agent -> liveness.reports(agent, now)),
                        agent -> Tags.of("service", services.admit(agent.service())),
                        agent -> agent.status() == null ? 0 : agent.status().deadlockedThreads()),
                true);
        coverage.register(highest(live, now, status -> status.coverageRatio()), true);
        overhead.register(highest(live, now, status -> status.overheadRatio()), true);
    }

    private List<Row<?>> infos(FindingStore store, Instant now) {
        List<Row<?>> rows = new ArrayList<>();
        for (FindingState state : List.of(FindingState.OPEN, FindingState.REGRESSED)) {
            FindingQuery query = new FindingQuery(null, state, null, now.toEpochMilli(), 0, RACE_INFOS - rows.size());
            for (Finding finding : store.findings(query).findings()) {
                Tags tags = Tags.of(
                        "service", services.admit(finding.service()),
                        "finding", finding.id(),
                        "field", finding.field(),
                        "grade", finding.grade().label());
                rows.add(Row.of(tags, 1));
            }
        }
        return rows;
    }

    private Tags tags(GradeCount count) {
        return Tags.of(
                "service",
                services.admit(count.service()),
                "grade",
                count.grade().label());
    }

    private Tags tags(Agent agent, Instant now) {
        return Tags.of("service", services.admit(agent.service()), "state", liveness.state(agent, now));
    }

    private List<Row<?>> highest(List<Agent> live, Instant now, ToDoubleFunction<AgentStatus> ratio) {
        Map<String, Double> highest = new TreeMap<>();
        for (Agent agent : live) {
            AgentStatus status = agent.status();
            if (status != null && liveness.reports(agent, now)) {
                highest.merge(services.admit(agent.service()), ratio.applyAsDouble(status), Math::max);
            }
        }
        List<Row<?>> rows = new ArrayList<>();
        highest.forEach((service, value) -> rows.add(Row.of(Tags.of("service", service), value)));
        return rows;
    }

    private static <T> List<Row<?>> sums(Stream<T> items, Function<T, Tags> tags, ToDoubleFunction<T> value) {
        Map<Tags, Double> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(tags.apply(item), value.applyAsDouble(item), Double::sum));
        List<Row<?>> rows = new ArrayList<>();
        sums.forEach((labels, sum) -> rows.add(Row.of(labels, sum)));
        return rows;
    }

    private static MultiGauge gauge(MeterRegistry registry, Metric metric) {
        return MultiGauge.builder(metric.id()).description(metric.help()).register(registry);
    }
}

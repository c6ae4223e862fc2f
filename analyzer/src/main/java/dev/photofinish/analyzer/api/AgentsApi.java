package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.store.Agent;
import dev.photofinish.analyzer.store.FindingStore;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/agents}. */
final class AgentsApi {
    private static final int LIMIT = 1000;

    private final FindingStore store;
    private final AgentLiveness liveness;
    private final InstantSource clock;

    AgentsApi(FindingStore store, AgentLiveness liveness, InstantSource clock) {
        this.store = store;
        this.liveness = liveness;
        this.clock = clock;
    }

    /** Agents that were heard of lately. */
    record Agents(List<KnownAgent> agents) {
        Agents {
            agents = List.copyOf(agents);
        }
    }

    /** One agent: its state now, which may be {@code silent}, and its own last word, absent for a JVM without an agent. */
    record KnownAgent(
            String instance,
            String service,
            String state,
            Instant firstSeen,
            Instant lastSeen,
            long nextSequence,
            long waitingChunks,
            @Nullable AgentStatus status) {
        static KnownAgent of(Agent agent, String state) {
            return new KnownAgent(
                    agent.instance(),
                    agent.service(),
                    state,
                    agent.firstSeen(),
                    agent.lastSeen(),
                    agent.nextSequence(),
                    agent.waitingChunks(),
                    agent.status());
        }
    }

    void list(Context context) {
        new Parameters(context);
        Instant now = clock.instant();
        List<KnownAgent> agents = store.agents(now.minus(liveness.goneAfter()), LIMIT).stream()
                .map(agent -> KnownAgent.of(agent, liveness.state(agent, now)))
                .toList();
        JsonAnswer.write(context, 200, new Agents(agents));
    }
}

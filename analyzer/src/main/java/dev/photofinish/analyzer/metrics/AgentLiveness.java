package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.store.Agent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How long a JVM may be quiet.
 *
 * @param silentAfter without a chunk for so long its agent is called silent
 * @param goneAfter without a chunk for so long it is not counted any more
 */
public record AgentLiveness(Duration silentAfter, Duration goneAfter) {
    private static final Set<String> STATES = Set.of("asleep", "woven", "open", "failed");

    /**
     * The state of an agent now: its own word, {@code silent}, {@code none} (no agent) or {@code other}. After last words nothing
     * more is to be expected: that is no silence.
     */
    public String state(Agent agent, Instant now) {
        if (agent.status() != null && agent.status().ended()) {
            return agent.status().state();
        }
        if (silent(agent, now)) {
            return "silent";
        }
        if (agent.status() == null) {
            return "none";
        }
        return STATES.contains(agent.status().state()) ? agent.status().state() : LabelBound.OTHER;
    }

    /** Whether what the agent says of itself holds now: it has said something, has not ended, and is not silent. */
    boolean reports(Agent agent, Instant now) {
        return agent.status() != null && !agent.status().ended() && !silent(agent, now);
    }

    private boolean silent(Agent agent, Instant now) {
        return agent.lastSeen().isBefore(now.minus(silentAfter));
    }
}

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

    /** The state of an agent now: its own word, {@code silent}, {@code none} (no agent) or {@code other}. */
    public String state(Agent agent, Instant now) {
        if (silent(agent, now)) {
            return "silent";
        }
        if (agent.status() == null) {
            return "none";
        }
        return STATES.contains(agent.status().state()) ? agent.status().state() : LabelBound.OTHER;
    }

    /** No chunk came for too long. */
    boolean silent(Agent agent, Instant now) {
        return agent.lastSeen().isBefore(now.minus(silentAfter));
    }
}

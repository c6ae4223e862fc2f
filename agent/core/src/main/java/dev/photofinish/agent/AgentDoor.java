package dev.photofinish.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * What the entry class calls, by reflection, from the application's loader: start, status, detach. Answers a text for a
 * person, whose first word is {@code ok} or {@code error}.
 */
public final class AgentDoor {
    private @Nullable Agent agent;

    /** A door behind which nothing runs yet. */
    public AgentDoor() {}

    /**
     * Starts the agent with the options.
     *
     * @param startUp whether the JVM itself is just starting
     */
    public synchronized String start(
            @Nullable String arguments, Instrumentation instrumentation, String version, boolean startUp) {
        if (agent != null) {
            return "error photofinish is attached already; detach it first, or ask for its status";
        }
        try {
            AgentOptions options = OptionParser.parse(arguments, System.getenv(), System.getProperties());
            Agent started = Agent.start(options, instrumentation, version, startUp);
            String failure = started.failure();
            if (!startUp && !failure.isEmpty()) {
                return "error photofinish could not start, and " + takenBack(started) + ": " + failure;
            }
            // With the JVM it stays where it failed, and tells the analyzer: nobody reads an answer.
            agent = started;
            return "ok\n" + started.describe();
        } catch (OptionException e) {
            return "error " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "error interrupted while starting";
        } catch (Throwable e) {
            return "error photofinish could not start: " + e;
        }
    }

    /** Closes one that failed; what it failed of is still to be told where closing fails too. */
    private static String takenBack(Agent failed) {
        try {
            failed.close();
            return "nothing of it is left";
        } catch (Throwable e) {
            return "something of it may be left (" + e + ")";
        }
    }

    /** Says what the agent does. */
    public synchronized String status() {
        return agent == null ? "error photofinish is not attached" : "ok\n" + agent.describe();
    }

    /** Takes everything back. */
    public synchronized String detach() {
        if (agent == null) {
            return "error photofinish is not attached";
        }
        try {
            agent.close();
            agent = null;
            return "ok\ndetached";
        } catch (Throwable e) {
            return "error photofinish could not be detached: " + e;
        }
    }
}

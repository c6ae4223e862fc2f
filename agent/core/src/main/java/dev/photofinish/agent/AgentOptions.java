package dev.photofinish.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was asked to do, validated.
 *
 * @param include classes whose fields are watched, as {@code com.acme.**}
 * @param analyzer where chunks are sent; null to send none
 * @param output file to write the recording to at the end; null for none
 * @param budgetPercent share of the CPU that the agent may cost; 0 keeps it asleep
 * @param maxFields most fields watched at once in window mode
 * @param window typical length of a window
 * @param spoolBytes most bytes kept on disk while the analyzer cannot be reached
 * @param directory where the agent keeps its files
 * @param sleepFile the agent sleeps while this file exists
 */
public record AgentOptions(
        Mode mode,
        List<String> include,
        List<String> exclude,
        @Nullable URI analyzer,
        String token,
        @Nullable Path output,
        String service,
        double budgetPercent,
        int maxFields,
        Duration window,
        long spoolBytes,
        Path directory,
        Path sleepFile) {
    /** Short windows in production, or one window over the whole run for tests. */
    public enum Mode {
        WINDOW,
        FULL
    }
}

package dev.photofinish.govern;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What puts the agent to sleep from outside: a file that exists, the system property {@code photofinish.sleep}, or a budget of
 * 0 in the system property {@code photofinish.budget}, set while the JVM runs. Looked at by the scheduler's thread.
 */
public final class SleepSwitch {
    private static final String SLEEP = "photofinish.sleep";
    private static final String BUDGET = "photofinish.budget";

    private final Path file;
    private final @Nullable String budgetAtStart = System.getProperty(BUDGET);

    /** @param file the agent sleeps while it exists */
    public SleepSwitch(Path file) {
        this.file = file;
    }

    /** Why the agent is to sleep; empty if it is not. */
    public String reason() {
        if (Boolean.getBoolean(SLEEP)) {
            return "the system property " + SLEEP + " is true";
        }
        if (budget(1) == 0) {
            return "the system property " + BUDGET + " is 0";
        }
        return Files.exists(file) ? "the file " + file + " exists" : "";
    }

    /** Whether the agent is to sleep. */
    public boolean isOn() {
        return !reason().isEmpty();
    }

    /** The budget in percent that the system property has come to have since the start; {@code otherwise} if it has not. */
    public double budget(double otherwise) {
        String now = System.getProperty(BUDGET);
        if (now == null || now.equals(budgetAtStart)) {
            return otherwise;
        }
        try {
            double percent = Double.parseDouble(now);
            return percent >= 0 && percent <= 100 ? percent : otherwise;
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}

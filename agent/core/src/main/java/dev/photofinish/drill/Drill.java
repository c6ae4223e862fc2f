package dev.photofinish.drill;

import dev.photofinish.shadow.ShadowLimits;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One drill: how the agent is strained, and where it fails.
 *
 * <pre>
 * photofinish.drill.duty         share of the time in which a window is open; 1 for one after the other
 * photofinish.drill.decades      how many decades windows may be shorter or longer than the typical one
 * photofinish.drill.session      seconds until fields are chosen anew
 * photofinish.drill.empty        how many windows are opened between two times in which the probes are empty; 0 for the governor's will
 * photofinish.drill.cold         milliseconds in windows after which a field may count as cold; always for every field at any time
 * photofinish.drill.variables    most variables that a window knows
 * photofinish.drill.syncObjects  most synchronization objects that a window knows
 * photofinish.drill.fail         stage:n, an error when that stage is reached for the n-th time: choose, weave, open, close,
 *                                govern, empty, rotate of the scheduler, sweeper of full mode, transport of the sender
 * </pre>
 */
public final class Drill {
    private static final String PREFIX = "photofinish.drill.";

    private final Properties properties;
    private final String failing;
    private final AtomicInteger left;

    private Drill(Properties properties) {
        this.properties = properties;
        String[] fail = properties.getProperty(PREFIX + "fail", ":0").split(":", 2);
        this.failing = fail[0];
        this.left = new AtomicInteger(Integer.parseInt(fail[1]));
    }

    /** The drill that the properties ask for. */
    public static Drill of(Properties properties) {
        return new Drill(properties);
    }

    /** The share of the time in which a window is open, whatever that costs; negative where the governor decides. */
    public double duty() {
        return Double.parseDouble(value("duty", "-1"));
    }

    /** How many decades windows may be shorter or longer than the typical one. */
    public double decades(double otherwise) {
        return Double.parseDouble(value("decades", Double.toString(otherwise)));
    }

    /** How long the same fields are watched. */
    public Duration session(Duration otherwise) {
        return Duration.ofSeconds(Long.parseLong(value("session", Long.toString(otherwise.toSeconds()))));
    }

    /** After how many windows the probes are emptied, whatever they cost; 0 where the governor decides. */
    public int emptyAfter() {
        return Integer.parseInt(value("empty", "0"));
    }

    /** Whether an access to any field may open a window. */
    public boolean allCold() {
        return value("cold", "").equals("always");
    }

    /** How long a field must have been looked at before it may count as cold. */
    public Duration coldAfter(Duration otherwise) {
        return allCold()
                ? otherwise
                : Duration.ofMillis(Long.parseLong(value("cold", Long.toString(otherwise.toMillis()))));
    }

    /** How much a window may know. */
    public ShadowLimits limits(ShadowLimits otherwise) {
        return new ShadowLimits(
                otherwise.bucketBits(),
                Integer.parseInt(value("variables", Integer.toString(otherwise.variables()))),
                Integer.parseInt(value("syncObjects", Integer.toString(otherwise.syncObjects()))),
                otherwise.weak(),
                otherwise.stacksPerSite(),
                otherwise.spins(),
                otherwise.countedFields());
    }

    /** Passes a stage; fails there if that is the drill. An error that nobody expects: the hardest to survive. */
    public void reach(String stage) {
        if (stage.equals(failing) && left.decrementAndGet() == 0) {
            throw new InternalError("drill: " + stage);
        }
    }

    private String value(String name, String otherwise) {
        return properties.getProperty(PREFIX + name, otherwise);
    }
}

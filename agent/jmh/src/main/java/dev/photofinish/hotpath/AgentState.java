package dev.photofinish.hotpath;

import java.nio.file.Path;
import java.util.List;

/** What there is of the agent in the JVM of a benchmark. */
enum AgentState {
    /** No agent. */
    NONE("no agent"),
    /** The agent is loaded, and nothing is woven. */
    ASLEEP("asleep"),
    /** Everything is woven, a window has been open, and none is now. */
    CLOSED("woven, closed");

    private static final String PROPERTY = "photofinish.hotpath.agent";

    /** The share of the time in which windows are open; looked at after each. */
    private static final String DUTY = "photofinish.drill.duty";

    private final String title;

    AgentState(String title) {
        this.title = title;
    }

    /** As the table calls it. */
    String title() {
        return title;
    }

    /** What this JVM was started with by {@link #jvmArguments}. */
    static AgentState ofThisJvm() {
        return valueOf(System.getProperty(PROPERTY, NONE.name()));
    }

    /**
     * What to start a JVM with. A window is open for every other second, until {@link #openNoMore}.
     *
     * @param agent the shipped jar
     * @param directory where the agent keeps its files
     */
    List<String> jvmArguments(Path agent, Path directory) {
        String options = "include=" + Watched.class.getName() + ",dir=" + directory + ",window=1000";
        return switch (this) {
            case NONE -> List.of();
            case ASLEEP -> List.of(named(), "-javaagent:" + agent + "=budget=0," + options);
            case CLOSED ->
                List.of(
                        named(),
                        "-D" + DUTY + "=0.5",
                        "-Dphotofinish.drill.decades=0",
                        "-javaagent:" + agent + "=budget=100," + options);
        };
    }

    private String named() {
        return "-D" + PROPERTY + "=" + name();
    }

    /** Lets the agent of this JVM rest for years after its next window, or after the one that is open. */
    static void openNoMore() {
        System.setProperty(DUTY, "1e-9");
    }
}

package dev.photofinish.analyzer.metrics;

/** The exported metrics: name as Micrometer knows it (dots become underscores, units and {@code _total} are added), and help. */
enum Metric {
    RACES_OPEN("photofinish.races.open", "Suspected data races that are open or regressed"),
    RACE_OBSERVATIONS(
            "photofinish.race.observations",
            "Windows that showed a suspected data race, counted once per race, by the grade of its finding"),
    RACES_SUPPRESSED(
            "photofinish.races.suppressed",
            "Windows that showed a race that a file or an annotation suppresses, counted once per race"),
    RACE_INFO(
            "photofinish.race.info",
            "Open suspected data races, always 1; the 100 of highest grade that were seen most recently"),
    LOCK_WAIT(
            "photofinish_lock_wait_seconds",
            "Waits for a lock, from the JDK's own events: the sum over all waiters, so ten threads that wait one second"
                    + " count as ten; waits shorter than the agent's threshold are not in it"),
    LOCK_CONTENDED(
            "photofinish_lock_contended_seconds",
            "Time in which at least one thread of a JVM waited for a lock at this site, from the JDK's own events: the wall clock, so"
                    + " ten threads that wait the same second count as one"),
    LOCK_WAITERS(
            "photofinish_lock_waiters",
            "Most threads that waited for a lock when it was let go of, in the latest window that saw this site wait"),
    LOCK_CONVOYS(
            "photofinish_lock_convoys",
            "Queues for a lock that stayed over many short handoffs, recorded in windows, by the site that waited"),
    LOCK_HOLD(
            "photofinish_lock_hold_seconds",
            "Time for which a lock was held while another thread waited for it, recorded in windows, by the site that"
                    + " waited"),
    LOCK_HANDOFFS(
            "photofinish_lock_handoffs",
            "Times a lock went to a thread that had waited for it, recorded in windows, by the site that waited"),
    LOCK_ORDER_CYCLES(
            "photofinish.lock.order.cycles",
            "Cycles of locks that threads take in different orders: a deadlock when the threads meet"),
    DEADLOCKED_THREADS(
            "photofinish.deadlocked.threads",
            "Threads that wait for each other, for ever, in the service's live agents"),
    WINDOWS("photofinish.windows", "Windows judged; an incomplete window never reports a race"),
    COVERAGE(
            "photofinish.coverage.ratio", "Estimated share of fields looked at: the best of the service's live agents"),
    OVERHEAD(
            "photofinish.agent.overhead.ratio",
            "Estimated share of the CPU that the agent uses: the highest of the service's live agents"),
    AGENTS("photofinish.agents", "Monitored JVMs by the state of their agent; silent where no chunk came for a while"),
    EVENTS("photofinish.events", "Events decoded"),
    EVENTS_LOST("photofinish.events.lost", "Events and chunks known to be lost, at the agent or on the way"),
    STREAM_LAG(
            "photofinish.stream.lag",
            "Time from the end of a chunk to its analysis, or the age of the oldest chunk that waits, whichever is longer;"
                    + " the highest of all live instances"),
    CHUNKS(
            "photofinish.chunks",
            "Chunks by what became of them: at the door accepted, duplicate, late, invalid, too_large, refused; later"
                    + " analysed, corrupt, failed, missing"),
    BUILD_INFO("photofinish.build.info", "Version of the analyzer, always 1");

    private final String id;
    private final String help;

    Metric(String id, String help) {
        this.id = id;
        this.help = help;
    }

    String id() {
        return id;
    }

    String help() {
        return help;
    }
}

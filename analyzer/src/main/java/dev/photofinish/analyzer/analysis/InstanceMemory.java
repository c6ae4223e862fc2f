package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.contention.Pauses;
import dev.photofinish.analyzer.contention.WaitedTime;
import dev.photofinish.analyzer.lockorder.LockOrderGraph;
import dev.photofinish.analyzer.race.RaceHistory;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.SiteStacks;
import dev.photofinish.analyzer.trace.WindowCollector;

/** What is remembered of one instance from chunk to chunk; each part is bounded. */
record InstanceMemory(
        SiteDictionary sites,
        SiteStacks stacks,
        RaceHistory history,
        LockOrderGraph lockOrders,
        WaitedTime waited,
        Pauses pauses,
        WindowCollector windows) {
    /** Windows that may be open at once. */
    private static final int MAX_WINDOWS = 1024;

    /** Nothing yet. */
    static InstanceMemory empty(int maxEvents) {
        return new InstanceMemory(
                new SiteDictionary(),
                new SiteStacks(),
                new RaceHistory(),
                new LockOrderGraph(),
                new WaitedTime(),
                new Pauses(),
                new WindowCollector(maxEvents, MAX_WINDOWS));
    }

    /** Nothing yet but a dictionary: for a window that is complete already. */
    static InstanceMemory of(SiteDictionary sites) {
        return new InstanceMemory(
                sites,
                new SiteStacks(),
                new RaceHistory(),
                new LockOrderGraph(),
                new WaitedTime(),
                new Pauses(),
                new WindowCollector(0, 0));
    }
}

package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Waits, added up by lock class, site, kind and source. */
public final class ContentionTable {
    private static final int MAX_ROWS = 4096;
    private static final String OTHER = "other";
    private static final String AGENT_THREADS = "photofinish-";
    private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";

    /** Class of the empty array that HotSpot (17, 25) locks while a class is initialized (InstanceKlass::initialize_impl). */
    private static final String INITIALIZATION_LOCK = "[I";

    private final Map<WaitPlace, WaitRow> waits = new HashMap<>();
    private final Map<WaitPlace, Contention> sums = new HashMap<>();
    private final StackProfile stacks = new StackProfile();
    private final WaitedTime times;

    /** Of waits of which none before is known. */
    public ContentionTable() {
        this(new WaitedTime());
    }

    /** Of waits that may overlap others, which are known already. */
    public ContentionTable(WaitedTime times) {
        this.times = times;
    }

    /** Adds a wait that the JVM reported; those of the agent's own threads, and those of JFR's threads for them, are nobody's business. */
    public void add(LockWait wait) {
        if (Places.ofTheAgent(wait.frames()) || isOfTheRecorder(wait)) {
            return;
        }
        switch (wait.kind()) {
            case MONITOR -> add(wait, monitorKind(wait.lockClass()), wait.lockClass());
            case OBJECT_WAIT -> add(wait, WaitKind.OBJECT_WAIT, wait.lockClass());
            case PINNED -> add(wait, WaitKind.PINNED, VIRTUAL_THREAD);
            case PARK -> {
                ParkRules.Parked parked = ParkRules.parked(wait);
                add(wait, parked.kind(), parked.waitedFor());
            }
        }
    }

    /** Waits for the agent, or naps, as JDK 8 tells; a thread of the application that waits for the agent has other frames. */
    private static boolean isOfTheRecorder(LockWait wait) {
        return (wait.owner().startsWith(AGENT_THREADS) || wait.kind() == LockWait.Kind.OBJECT_WAIT)
                && wait.frames().stream().anyMatch(frame -> isOfJfr(frame.className()))
                && wait.frames().stream()
                        .map(Frame::className)
                        .allMatch(name -> isOfJfr(name) || name.startsWith("java.lang."));
    }

    private static boolean isOfJfr(String className) {
        return className.startsWith("jdk.jfr.");
    }

    private void add(LockWait wait, WaitKind kind, String waitedFor) {
        WaitPlace place = bounded(new WaitPlace(waitedFor, Places.of(wait.frames()), kind.label(), "jfr"));
        WaitRow row = waits.computeIfAbsent(place, made -> new WaitRow(times.of(place)));
        row.waited(wait.startNanos(), wait.nanos(), 0);
        row.stack(wait.frames());
        if (!wait.owner().isEmpty()) {
            row.held(new Holder("", wait.owner(), 1));
        }
        if (kind.isContention()) {
            stacks.add(wait.frames(), wait.nanos());
        }
    }

    /**
     * Adds the handoffs of a window for which the acquirer had to wait.
     *
     * @param pauses of the threads, as far as they are known
     */
    public void add(WindowTrace trace, SiteDictionary sites, Pauses pauses) {
        new Handoffs(trace, sites, pauses).rows().forEach(this::add);
    }

    /** Adds a row of another table. */
    public void add(Contention other) {
        WaitPlace place = bounded(new WaitPlace(other.lockClass(), other.site(), other.kind(), other.source()));
        sums.merge(place, other.at(place.lockClass(), place.site()), Contention::plus);
    }

    /** The rows, the longest wait first; equal ones by name. */
    public List<Contention> rows() {
        waits.forEach((place, row) -> add(row.contention(place)));
        waits.clear();
        List<Contention> all = new ArrayList<>(sums.values());
        all.sort(Comparator.comparingLong(Contention::waitNanos)
                .reversed()
                .thenComparing(Contention::lockClass)
                .thenComparing(Contention::site)
                .thenComparing(Contention::kind)
                .thenComparing(Contention::source));
        return all;
    }

    /** The stacks of threads that the JVM reported to wait for locks. */
    public StackProfile stacks() {
        return stacks;
    }

    private WaitPlace bounded(WaitPlace place) {
        boolean room = waits.size() + sums.size() < MAX_ROWS || waits.containsKey(place) || sums.containsKey(place);
        return room ? place : new WaitPlace(OTHER, OTHER, place.kind(), place.source());
    }

    private static WaitKind monitorKind(String lockClass) {
        return lockClass.equals(INITIALIZATION_LOCK) ? WaitKind.CLASS_INITIALIZATION : WaitKind.MONITOR;
    }
}

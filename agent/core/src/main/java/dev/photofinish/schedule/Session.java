package dev.photofinish.schedule;

import dev.photofinish.site.ClassFiles;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.FieldReferences;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Weaves the loaded classes for a selection of fields, and unweaves them. Used by one agent thread at a time. */
public final class Session {
    private static final int BATCH = 250;
    private static final int[] UNKNOWN = {};

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final FieldCatalog catalog;
    private final WeaveLog log;
    private final Scope scope;

    // By identity, as classes have it; a class that the application lets go of is let go of here.
    private final Set<Class<?>> woven = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * Which fields classes access, as {@link FieldReferences}; UNKNOWN where there is no class file. Read when the selection
     * changes for the first time: most agents watch all fields there are, and never need it.
     */
    private final Map<Class<?>, int[]> index = new WeakHashMap<>();

    private BitSet watched = new BitSet();
    private boolean begun;
    // Written by the thread that weaves, read by whoever asks for the status.
    private volatile long weaveNanos;
    private volatile long jvmNanos;
    private volatile long cpuNanos;
    private volatile int fieldsKnown;
    private volatile int fieldsArmed;

    /** The session of one weaver, which is registered with the JVM while the session lasts. */
    public Session(Instrumentation instrumentation, Weaver weaver, FieldCatalog catalog, WeaveLog log, Scope scope) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.catalog = catalog;
        this.log = log;
        this.scope = scope;
    }

    /** Weaves for all fields in scope. */
    public void startFull() {
        weave(FieldSelection.all(scope));
        fieldsArmed = known().size();
    }

    /** Weaves for the selection; changes no class that does not access a field by which it differs from the one before. */
    void weave(FieldSelection selection) {
        long start = System.nanoTime();
        long cpuBefore = ownCpuNanos();
        if (!begun) {
            instrumentation.addTransformer(weaver, true);
        }
        weaver.arm(selection);
        BitSet changed = selection.watched();
        changed.xor(watched);
        int[] hashes = hashes(changed);
        List<Class<?>> concerned = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isWeavable(type) && concerns(type, hashes)) {
                concerned.add(type);
            }
        }
        retransform(concerned);
        woven.addAll(concerned);
        begun = true;
        armed(selection);
        addWeaveNanos(System.nanoTime() - start, ownCpuNanos() - cpuBefore);
    }

    /** Fields may have been added by classes that were loaded meanwhile. */
    void armed(FieldSelection selection) {
        watched = selection.watched();
        fieldsArmed = watched.cardinality();
        fieldsKnown = Math.max(fieldsKnown, fieldsArmed);
    }

    /** The hashes of the fields of those numbers, and of what they hold. */
    private int[] hashes(BitSet numbers) {
        return known().stream()
                .filter(field -> numbers.get(field.id()))
                .mapToInt(FieldReferences::hash)
                .sorted()
                .toArray();
    }

    /** Fields in scope that could be watched, of the classes loaded by now. */
    Collection<FieldInfo> known() {
        List<FieldInfo> known = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isWeavable(type) && scope.includes(internalName(type))) {
                known.addAll(catalog.watchable(type.getClassLoader(), internalName(type)));
            }
        }
        for (FieldInfo contents : catalog.contents()) {
            if (scope.includes(contents.declaringClass())) {
                known.add(contents);
            }
        }
        fieldsKnown = known.size();
        return known;
    }

    private boolean isWeavable(Class<?> type) {
        return isPlainClass(type) && weaver.mayConcern(type);
    }

    private static boolean isPlainClass(Class<?> type) {
        return !type.isArray() && !type.isPrimitive() && !type.isHidden();
    }

    /**
     * At the beginning every class that needs probes. Later one that accesses a changed field: what else needs probes has them,
     * from the beginning or from its loading.
     */
    private boolean concerns(Class<?> type, int[] changed) {
        return (!begun || accessesAny(type, changed)) && needsProbes(type);
    }

    private boolean accessesAny(Class<?> type, int[] fields) {
        int[] accessed = index.computeIfAbsent(type, this::references);
        return accessed == UNKNOWN || intersect(accessed, fields);
    }

    private int[] references(Class<?> type) {
        byte[] classFile = ClassFiles.read(type.getClassLoader(), internalName(type));
        try {
            return classFile == null ? UNKNOWN : FieldReferences.of(type.getClassLoader(), classFile, catalog);
        } catch (RuntimeException unreadable) {
            // The transformation meets it again and names it.
            return UNKNOWN;
        }
    }

    private static boolean intersect(int[] sorted, int[] others) {
        for (int i = 0, j = 0; i < sorted.length && j < others.length; ) {
            if (sorted[i] == others[j]) {
                return true;
            }
            if (sorted[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    private boolean needsProbes(Class<?> type) {
        if (!instrumentation.isModifiableClass(type)) {
            log.notWeavable(type.getName(), "the JVM does not allow it");
            return false;
        }
        if (woven.contains(type)) {
            return true;
        }
        byte[] classFile = ClassFiles.read(type.getClassLoader(), internalName(type));
        // A class made at run time has no file to look at: the JVM hands its bytes to the transformation.
        return classFile == null || weaver.needsProbes(type.getClassLoader(), classFile);
    }

    private void retransform(List<Class<?>> classes) {
        long start = System.nanoTime();
        long cpuBefore = ownCpuNanos();
        for (int from = 0; from < classes.size(); from += BATCH) {
            batch(classes.subList(from, Math.min(from + BATCH, classes.size())));
        }
        addJvmNanos(System.nanoTime() - start - (ownCpuNanos() - cpuBefore));
    }

    /** One call for the batch; when the JVM refuses it, halves until the class at fault is alone and named. */
    private void batch(List<Class<?>> classes) {
        try {
            instrumentation.retransformClasses(classes.toArray(Class<?>[]::new));
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError refused) {
            if (classes.size() == 1) {
                refused(classes.get(0), refused);
                return;
            }
            int middle = classes.size() / 2;
            batch(classes.subList(0, middle));
            batch(classes.subList(middle, classes.size()));
        }
    }

    /** Whether it is the weaving that the JVM refuses or the class as it is, which then cannot run, is asked of the JVM. */
    private void refused(Class<?> type, Throwable refusal) {
        weaver.leaveAlone(type);
        try {
            instrumentation.retransformClasses(type);
            log.notWeavable(type.getName(), "refused by the JVM once woven, " + refusal);
            log.unseen(type.getName());
        } catch (UnmodifiableClassException | LinkageError | RuntimeException | InternalError asItIs) {
            log.notWeavable(type.getName(), "refused by the JVM as it is, " + asItIs);
        } finally {
            weaver.leaveAlone(null);
        }
    }

    /** Why no window can be complete now: a class runs without the probes that it needs; empty where none does. */
    String unseen() {
        return log.unseen();
    }

    /** Gives every class its own bytecode back. */
    public void end() {
        instrumentation.removeTransformer(weaver);
        long start = System.nanoTime();
        long cpuBefore = ownCpuNanos();
        retransform(new ArrayList<>(wovenNow()));
        woven.clear();
        watched = new BitSet();
        begun = false;
        fieldsArmed = 0;
        addWeaveNanos(System.nanoTime() - start, ownCpuNanos() - cpuBefore);
    }

    /** Those woven by retransformation and those woven when they were loaded. */
    private Set<Class<?>> wovenNow() {
        Set<Class<?>> all = new LinkedHashSet<>(woven);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isPlainClass(type)
                    && instrumentation.isModifiableClass(type)
                    && weaver.wasWoven(type.getClassLoader(), internalName(type))) {
                all.add(type);
            }
        }
        return all;
    }

    private synchronized void addWeaveNanos(long nanos, long cpu) {
        weaveNanos += nanos;
        cpuNanos += Math.max(0, cpu);
    }

    private synchronized void addJvmNanos(long nanos) {
        jvmNanos += Math.max(0, nanos);
    }

    private static long ownCpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Time spent weaving and unweaving. */
    public long weaveNanos() {
        return weaveNanos;
    }

    /** Of that, time in which the JVM exchanged code and the weaving thread did not work. */
    long jvmNanos() {
        return jvmNanos;
    }

    /** CPU time of the weaving thread for it. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** Time of the application's threads in which classes were looked at while they were loaded. */
    long loadNanos() {
        return weaver.loadNanos();
    }

    /** Fields in scope that could be watched. */
    public int fieldsKnown() {
        return fieldsKnown;
    }

    /** Fields that are watched now. */
    public int fieldsArmed() {
        return fieldsArmed;
    }
}

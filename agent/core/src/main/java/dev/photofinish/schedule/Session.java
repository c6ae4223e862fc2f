package dev.photofinish.schedule;

import dev.photofinish.govern.Clocks;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.FieldReferences;
import dev.photofinish.site.LoadedClassFiles;
import dev.photofinish.weave.InitializedNames;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Weaves the loaded classes for a selection of fields, and unweaves them. Used by one agent thread at a time. */
public final class Session {
    private static final int[] UNKNOWN = {};

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final InitializedNames initialized;
    private final FieldCatalog catalog;
    private final WeaveLog log;
    private final Scope scope;
    private final Clocks clocks;
    private final Retransformation retransformation;
    private final ProbeBodies probes;

    // By identity, as classes have it; a class that the application lets go of is let go of here.
    private final Set<Class<?>> woven = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * Which fields classes access, as {@link FieldReferences}; UNKNOWN where there is no class file. Read when the selection
     * changes for the first time: most agents watch all fields there are, and never need it.
     */
    private final Map<Class<?>, int[]> index = new WeakHashMap<>();

    private BitSet watched = new BitSet();
    private BitSet cold = new BitSet();
    private boolean begun;
    // Written by the thread that weaves, read by whoever asks for the status.
    private volatile long weaveNanos;
    private volatile long cpuNanos;
    private volatile int fieldsKnown;
    private volatile int fieldsArmed;

    /** The session of one weaver, which is registered with the JVM while the session lasts. */
    public Session(
            Instrumentation instrumentation,
            Weaver weaver,
            InitializedNames initialized,
            FieldCatalog catalog,
            WeaveLog log,
            Scope scope,
            Clocks clocks) {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        this.initialized = initialized;
        this.catalog = catalog;
        this.log = log;
        this.scope = scope;
        this.clocks = clocks;
        this.retransformation = new Retransformation(instrumentation, weaver, log, clocks, initialized::isInitialized);
        this.probes = new ProbeBodies(instrumentation, clocks);
    }

    /** Weaves for all fields in scope. */
    public void startFull() {
        weave(FieldSelection.all(scope));
        fieldsArmed = known().size();
    }

    /** Weaves for the selection; changes no class that does not access a field by which it differs from the one before. */
    void weave(FieldSelection selection) {
        timed(() -> exchange(selection));
    }

    private void exchange(FieldSelection selection) {
        if (!begun) {
            instrumentation.addTransformer(weaver, true);
        }
        weaver.arm(selection, selection::isCold);
        BitSet changed = changed(selection);
        List<Class<?>> weavable = weavable();
        for (ClassLoader loader : loaders(weavable)) {
            initialized.refresh(loader, instrumentation.getInitiatedClasses(loader));
        }
        List<Class<?>> concerned = new ArrayList<>();
        try (LoadedClassFiles files = new LoadedClassFiles()) {
            int[] hashes = begun ? hashes(changed) : UNKNOWN;
            for (Class<?> type : weavable) {
                if (concerns(type, hashes, files)) {
                    concerned.add(type);
                }
            }
        }
        retransformation.run(concerned);
        woven.addAll(concerned);
        begun = true;
        armed(selection);
    }

    /** Whether anything is woven. */
    boolean hasBegun() {
        return begun;
    }

    /** The fields whose probes differ. */
    private BitSet changed(FieldSelection selection) {
        BitSet changed = selection.watched();
        changed.xor(watched);
        BitSet gates = selection.cold();
        gates.xor(cold);
        changed.or(gates);
        return changed;
    }

    /** Fields may have been added by classes that were loaded meanwhile. */
    void armed(FieldSelection selection) {
        watched = selection.watched();
        cold = selection.cold();
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
        try (LoadedClassFiles files = new LoadedClassFiles()) {
            for (Class<?> type : weavable()) {
                if (scope.includes(internalName(type))) {
                    known.addAll(catalog.watchable(type.getClassLoader(), internalName(type), () -> files.read(type)));
                }
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

    private List<Class<?>> weavable() {
        List<Class<?>> weavable = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isWeavable(type)) {
                weavable.add(type);
            }
        }
        return weavable;
    }

    /** Of classes of the application. */
    private Set<ClassLoader> loaders(List<Class<?>> types) {
        Set<ClassLoader> loaders = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Class<?> type : types) {
            if (!weaver.alwaysNeedsProbes(type)) {
                loaders.add(type.getClassLoader());
            }
        }
        return loaders;
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
    private boolean concerns(Class<?> type, int[] changed, LoadedClassFiles files) {
        return (!begun || accessesAny(type, changed, files)) && needsProbes(type, files);
    }

    private boolean accessesAny(Class<?> type, int[] fields, LoadedClassFiles files) {
        int[] accessed = index.computeIfAbsent(type, key -> references(key, files));
        return accessed == UNKNOWN || intersect(accessed, fields);
    }

    private int[] references(Class<?> type, LoadedClassFiles files) {
        byte[] classFile = files.read(type);
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

    private boolean needsProbes(Class<?> type, LoadedClassFiles files) {
        if (!instrumentation.isModifiableClass(type)) {
            log.notWeavable(type.getName(), "the JVM does not allow it");
            return false;
        }
        if (woven.contains(type) || weaver.alwaysNeedsProbes(type)) {
            return true;
        }
        byte[] classFile = files.read(type);
        // A class made at run time has no file to look at: the JVM hands its bytes to the transformation.
        return classFile == null || weaver.needsProbes(type.getClassLoader(), classFile);
    }

    /** Why no window can be complete now: a class runs without the probes that it needs; empty where none does. */
    String unseen() {
        return log.unseen();
    }

    /** What is woven calls empty methods from now on. No window may be open or prepared. */
    void emptyProbes() {
        timed(probes::empty);
    }

    /** What is woven calls probes again. */
    void restoreProbes() {
        timed(probes::restore);
    }

    private void timed(Runnable exchange) {
        long start = System.nanoTime();
        long cpuBefore = clocks.ownCpuNanos();
        try {
            exchange.run();
        } finally {
            addWeaveNanos(System.nanoTime() - start, clocks.ownCpuNanos() - cpuBefore);
        }
    }

    /** Gives every class its own bytecode back. */
    public void end() {
        instrumentation.removeTransformer(weaver);
        timed(() -> {
            retransformation.run(new ArrayList<>(wovenNow()));
            probes.restore();
        });
        woven.clear();
        log.unwoven();
        watched = new BitSet();
        cold = new BitSet();
        begun = false;
        fieldsArmed = 0;
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

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Time spent weaving and unweaving. */
    public long weaveNanos() {
        return weaveNanos;
    }

    /** Of that, time in which the JVM exchanged code and the weaving thread did not work. */
    long jvmNanos() {
        return retransformation.jvmNanos() + probes.jvmNanos();
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

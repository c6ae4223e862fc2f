package dev.photofinish.schedule;

import dev.photofinish.site.ClassFiles;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Weaves the loaded classes for a selection of fields, and unweaves them. Used by one agent thread at a time. */
public final class Session {
    private static final int BATCH = 250;

    private final Instrumentation instrumentation;
    private final Weaver weaver;
    private final FieldCatalog catalog;
    private final WeaveLog log;
    private final Scope scope;
    private final Set<Class<?>> woven = new LinkedHashSet<>();
    // Written by the thread that weaves, read by whoever asks for the status.
    private volatile long weaveNanos;
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
        instrumentation.addTransformer(weaver, true);
        weave(FieldSelection.all(scope));
    }

    /** Weaves for the fields whose turn it is; answers in how many sessions all will have had one. */
    int start(int mostFields, int session) {
        if (woven.isEmpty()) {
            instrumentation.addTransformer(weaver, true);
        }
        countFields();
        FieldSelection selection = FieldSelection.share(scope, fieldsKnown, mostFields, session);
        weave(selection);
        return selection.shares();
    }

    private void countFields() {
        int known = 0;
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isInScope(type)) {
                known += catalog.watchable(type.getClassLoader(), internalName(type))
                        .size();
            }
        }
        fieldsKnown = known;
    }

    private boolean isInScope(Class<?> type) {
        return !type.isArray()
                && !type.isPrimitive()
                && !type.isHidden()
                && weaver.mayConcern(type)
                && scope.includes(internalName(type));
    }

    private void weave(FieldSelection selection) {
        long start = System.nanoTime();
        weaver.arm(selection);
        Set<Class<?>> concerned = new LinkedHashSet<>(woven);
        int armed = 0;
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.isArray() || type.isPrimitive() || type.isHidden() || !weaver.mayConcern(type)) {
                continue;
            }
            if (scope.includes(internalName(type))) {
                for (FieldInfo field : catalog.watchable(type.getClassLoader(), internalName(type))) {
                    armed += selection.test(field) ? 1 : 0;
                }
            }
            if (needsProbes(type)) {
                concerned.add(type);
            }
        }
        fieldsArmed = armed;
        fieldsKnown = Math.max(fieldsKnown, armed);
        retransform(new ArrayList<>(concerned));
        woven.addAll(concerned);
        addWeaveNanos(System.nanoTime() - start);
    }

    private boolean needsProbes(Class<?> type) {
        if (!instrumentation.isModifiableClass(type)) {
            log.notWeavable(type.getName(), "the JVM does not allow it");
            return false;
        }
        byte[] classFile = ClassFiles.read(type.getClassLoader(), internalName(type));
        // A class made at run time has no file to look at: the JVM hands its bytes to the transformation.
        return classFile == null || weaver.needsProbes(type.getClassLoader(), classFile);
    }

    private void retransform(List<Class<?>> classes) {
        for (int from = 0; from < classes.size(); from += BATCH) {
            batch(classes.subList(from, Math.min(from + BATCH, classes.size())));
        }
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
        retransform(new ArrayList<>(wovenNow()));
        woven.clear();
        addWeaveNanos(System.nanoTime() - start);
    }

    /** Those woven by retransformation and those woven when they were loaded. */
    private Set<Class<?>> wovenNow() {
        Set<Class<?>> all = new LinkedHashSet<>(woven);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray()
                    && !type.isPrimitive()
                    && !type.isHidden()
                    && instrumentation.isModifiableClass(type)
                    && weaver.wasWoven(type.getClassLoader(), internalName(type))) {
                all.add(type);
            }
        }
        return all;
    }

    private synchronized void addWeaveNanos(long nanos) {
        weaveNanos += nanos;
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Time spent weaving and unweaving. */
    public long weaveNanos() {
        return weaveNanos;
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

package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.List;

/** Row "atomics" of the rule book; an atomic array is ordered by element. */
final class AtomicRules {
    private AtomicRules() {}

    static void add(Rows rows) {
        for (String kind : List.of(
                "AtomicInteger",
                "AtomicLong",
                "AtomicBoolean",
                "AtomicReference",
                "AtomicMarkableReference",
                "AtomicStampedReference")) {
            atomic(rows, Rows.JUC + "atomic/" + kind, Rows.THIS);
        }
        for (String kind : List.of("AtomicIntegerArray", "AtomicLongArray", "AtomicReferenceArray")) {
            atomic(rows, Rows.JUC + "atomic/" + kind, Rows.INDEX);
        }
        updaters(rows);
        counters(rows);
    }

    /** Counters that the JDK keeps for itself: of exceptions, for the flight recorder; of thread locals, seeds and names. */
    private static void counters(Rows rows) {
        for (String tracer :
                List.of("jdk/internal/event/ThrowableTracer", "jdk/jfr/internal/instrument/ThrowableTracer")) {
            rows.inside(tracer, "trace\\w+\\(.*", BEFORE_CALL, "incrementAndGet", INNER, Rows.TOP, Space.STATE);
        }
        rows.inside(
                "java/lang/ThreadLocal",
                "nextHashCode\\(.*",
                BEFORE_CALL,
                "getAndAdd",
                INNER,
                Rows.UNDER_TOP,
                Space.STATE);
        String random = Rows.JUC + "ThreadLocalRandom";
        counter(rows, random, "(localInit|nextSecondarySeed)\\(.*", "seeder", "AtomicLong");
        counter(rows, random, "localInit\\(.*", "probeGenerator", "AtomicInteger");
        counter(rows, "java/util/Random", "seedUniquifier\\(.*", "seedUniquifier", "AtomicLong");
        counter(rows, "java/util/SplittableRandom", "<init>\\(\\)V", "defaultGen", "AtomicLong");
        counter(rows, "java/util/Timer", "serialNumber\\(.*", "nextSerialNumber", "AtomicInteger");
        counter(rows, Rows.JUC + "Executors$DefaultThreadFactory", "<init>\\(.*", "poolNumber", "AtomicInteger");
        counter(rows, Rows.JUC + "ScheduledThreadPoolExecutor", "schedule\\w*\\(.*", "sequencer", "AtomicLong");
    }

    private static void counter(Rows rows, String owner, String method, String field, String kind) {
        Key counter = new Key.StaticField(field, "L" + Rows.JUC + "atomic/" + kind + ";");
        rows.row(owner, method, ENTRY, INNER, counter, Space.STATE);
    }

    private static void atomic(Rows rows, String owner, Key key) {
        rows.row(
                owner,
                "(set|lazySet|setRelease|setOpaque|attemptMark|attemptStamp|(?!getPlain|getAcquire|getOpaque)getAnd\\w+"
                        + "|\\w+AndGet|\\w*[cC]ompareAnd(Set|Exchange)\\w*)\\(.*",
                ENTRY,
                RELEASE,
                key,
                Space.STATE);
        rows.row(
                owner,
                "(\\w*[cC]ompareAndSet\\w*|attemptMark|attemptStamp)\\(.*",
                RETURN,
                RETRACT_IF_FALSE,
                key,
                Space.STATE);
        rows.row(
                owner,
                "(get|getAcquire|getOpaque|getReference|isMarked|getStamp|getAnd\\w+|\\w+AndGet"
                        + "|\\w*[cC]ompareAnd(Set|Exchange)\\w*)\\(.*",
                RETURN,
                ACQUIRE,
                key,
                Space.STATE);
        if (key == Rows.INDEX || !owner.matches(".*(Boolean|MarkableReference|StampedReference)")) {
            // The function of updateAndGet may write: what it wrote is published by the compare-and-set after it.
            rows.inside(owner, "(getAnd|\\w+AndGet).*", AFTER_CALL, "apply(AsInt|AsLong)?", RELEASE, key, Space.STATE);
        }
    }

    /** Which field an updater means is not known where it is called: one clock for the object, as for variable handles. */
    private static void updaters(Rows rows) {
        for (String kind : List.of(
                "AtomicIntegerFieldUpdater$AtomicIntegerFieldUpdaterImpl",
                "AtomicLongFieldUpdater$CASUpdater",
                "AtomicLongFieldUpdater$LockedUpdater",
                "AtomicReferenceFieldUpdater$AtomicReferenceFieldUpdaterImpl")) {
            String owner = Rows.JUC + "atomic/" + kind;
            String compareAndSet = "\\w*[cC]ompareAndSet";
            rows.row(
                    owner,
                    "(set|lazySet|getAnd\\w+|\\w+AndGet|" + compareAndSet + ")\\(Ljava.*",
                    ENTRY,
                    HANDLE_RELEASE,
                    Rows.ARG0,
                    0);
            rows.row(owner, compareAndSet + "\\(Ljava.*", RETURN, RETRACT_IF_FALSE, Rows.ARG0, Space.HANDLE);
            rows.row(
                    owner,
                    "(get|getAnd\\w+|\\w+AndGet|" + compareAndSet + ")\\(Ljava.*",
                    RETURN,
                    HANDLE_ACQUIRE,
                    Rows.ARG0,
                    0);
        }
    }
}

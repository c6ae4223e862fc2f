package dev.photofinish.shadow;

/**
 * Which clock of an object a synchronization uses: the same object can be a monitor, a lock and a queue element at once.
 *
 * <p>Volatile fields have a space of their own each ({@link #field}), as have the elements of each collection ({@link
 * #element}).
 */
public final class Space {
    /** The object's monitor. */
    public static final int MONITOR = 1;
    /** An exclusive lock of {@code java.util.concurrent.locks}. */
    public static final int LOCK = 2;
    /** What a writer of a read-write lock hands to readers and writers. */
    public static final int WRITE_LOCK = 3;
    /** What a reader of a read-write lock hands to writers only: readers do not order readers. */
    public static final int READ_LOCK = 4;
    /** A thread object: from start to its first action. */
    public static final int START = 5;
    /** A task object: from submission to its run. */
    public static final int TASK = 6;
    /** A future: from completion to whoever sees it complete. */
    public static final int DONE = 7;
    /** The object as a whole: atomics, latches, semaphores and the like. */
    public static final int STATE = 8;

    /** Not a clock: the numbering of objects in events. */
    static final int NUMBER = 9;

    /** Accesses to an object by variable handle, updater or Unsafe, whichever field they mean. */
    public static final int HANDLE = 10;
    /** Direct writes to any volatile field of an object, as accesses by handle see them. */
    public static final int DIRECT = 11;
    /** A class: from the end of its initializer to whoever finds it initialized. */
    public static final int CLASS_INIT = 12;
    /** All fences of the JVM. */
    public static final int FENCE = 13;

    /** Arrivals at a barrier: what its last party hands on. */
    public static final int ARRIVE = 30;
    /** The trip of a barrier: from the last party to all that waited. */
    public static final int ADVANCE = 31;
    /** Arrivals in the even phases of a phaser. */
    public static final int EVEN_PHASE = 32;
    /** Arrivals in the odd phases of a phaser. */
    public static final int ODD_PHASE = 33;
    /** An element or key of some collection of the JDK, as callbacks see it that do not know of which. */
    public static final int ITEM = 34;
    /** A thread: from its interruption to whoever detects it. */
    public static final int INTERRUPT = 20;
    /** Bytes through files, sockets and pipes. */
    public static final int IO = 21;
    /** A reference: from being enqueued to being taken from its queue; a cleaner's action: from its registration to its run. */
    public static final int REFERENCE = 22;
    /** From {@code reachabilityFence} to the cleaning and dequeuing of references: one clock for the JVM. */
    public static final int REACHABLE = 23;
    /** From the end of a constructor to the finalizer. */
    public static final int FINALIZE = 24;
    /** The object's final fields: from the end of the constructor to reads through one of them. */
    public static final int FREEZE = 25;
    /** As {@link #FREEZE}, where the object itself is what is reached: captured by a lambda, or in a collection of the JDK. */
    public static final int CAPTURED = 26;

    /** Not a clock: who waits for a lock that several threads may have at once. */
    static final int LOCK_QUEUE = 27;

    private static final int CAPTURES = 64;
    private static final int CAPTURE_KINDS = 64;
    private static final int FIELD = 1 << 8;
    private static final int INDEX = 1 << 30;
    private static final int ELEMENT = 1 << 31;

    private Space() {}

    /** The space of a volatile field of the object. */
    public static int field(int fieldId) {
        return FIELD + fieldId;
    }

    /** The number of the volatile field whose space that is. */
    static int fieldOf(int space) {
        return space - FIELD;
    }

    /** The space of one element of an atomic array. */
    public static int index(int index) {
        return INDEX | index;
    }

    /** The space of the arrivals in a phase of a phaser: the phase after the next begins when this one is over. */
    public static int phase(int phase) {
        return (phase & 1) == 0 ? EVEN_PHASE : ODD_PHASE;
    }

    /** The space of an object as a lambda's code captured it: another lambda that captures it has another, with luck. */
    public static int captured(int lambda) {
        return CAPTURES + (lambda & (CAPTURE_KINDS - 1));
    }

    /**
     * The space of the elements of {@code collection}. It is made of the collection's identity hash: a collision adds an
     * edge, it never loses one.
     */
    public static int element(Object collection) {
        return ELEMENT | System.identityHashCode(collection);
    }
}

package dev.photofinish.weave;

/**
 * What a woven call does: the name of a probe's method, mostly of {@code dev.photofinish.probe.SyncProbe}, with what goes on
 * the stack before the key.
 */
enum Action {
    RELEASE("release", Outcome.NONE),
    ACQUIRE("acquire", Outcome.NONE),
    ACQUIRE_IF_TRUE("acquireIfTrue", Outcome.BOOLEAN),
    ACQUIRE_IF_NON_NULL("acquireIfNonNull", Outcome.OBJECT),
    ACQUIRE_IF_NON_ZERO("acquireIfNonZero", Outcome.LONG),
    ACQUIRE_IF_TASK_FAILED("acquireIfTaskFailed", Outcome.THROWABLE),
    /** Takes the release at the method's entry back if it answered that it did nothing. */
    RETRACT_IF_FALSE("retractIfFalse", Outcome.BOOLEAN),
    ASK("ask", Outcome.NONE),
    LOCKED("locked", Outcome.NONE),
    LOCKED_IF_TRUE("lockedIfTrue", Outcome.BOOLEAN),
    REFUSED("refused", Outcome.THROWABLE),
    UNLOCKING("unlocking", Outcome.NONE),
    AWAITING("awaiting", Outcome.NONE),
    AWAITED("awaited", Outcome.NONE),
    /** One side of a read-write lock. */
    ASK_SHARED("ask", Outcome.NONE, Probes.SHARED_LOCK),
    ASK_TO_READ("askToRead", Outcome.NONE, Probes.SHARED_LOCK),
    ASK_TO_WRITE("askToWrite", Outcome.NONE, Probes.SHARED_LOCK),
    /** With how many: the method's first parameter, 1 for a method without. */
    ASK_FOR_PERMITS("askForPermits", Outcome.NONE, Probes.SHARED_LOCK),
    ENTERED("entered", Outcome.NONE, Probes.SHARED_LOCK),
    ENTERED_IF_TRUE("enteredIfTrue", Outcome.BOOLEAN, Probes.SHARED_LOCK),
    ENTERED_IF_NON_ZERO("enteredIfNonZero", Outcome.LONG, Probes.SHARED_LOCK),
    TURNED_AWAY("turnedAway", Outcome.THROWABLE, Probes.SHARED_LOCK),
    LEAVING("leaving", Outcome.NONE, Probes.SHARED_LOCK),
    JOINED("joined", Outcome.NONE),
    RELEASE_IF_USERS("releaseIfUsers", Outcome.NONE),
    ACQUIRE_IF_USERS("acquireIfUsers", Outcome.NONE),
    HANDLE_RELEASE("handleRelease", Outcome.NONE),
    HANDLE_ACQUIRE("handleAcquire", Outcome.NONE),
    /** The object orders nothing by itself. */
    INNER("inner", Outcome.NONE),
    /** The lock that is called next orders nothing by itself. */
    INNER_NEXT("innerNext", Outcome.NONE),
    /** Until SPEAK nothing is recorded of the thread. */
    SILENCE("silence", Outcome.NONE),
    SPEAK("speak", Outcome.NONE),
    RELEASE_ITEM("releaseItem", Outcome.NONE, Probes.ELEMENT),
    ACQUIRE_ITEM("acquireItem", Outcome.NONE, Probes.ELEMENT),
    OPTIMISTIC("optimistic", Outcome.LONG, Probes.STAMP),
    VALIDATED("validated", Outcome.BOOLEAN, Probes.STAMP),
    CONVERTED("converted", Outcome.LONG, Probes.STAMP),
    EARNEST("earnest", Outcome.NONE, Probes.STAMP),
    OFFERING("offering", Outcome.NONE, Probes.ELEMENT),
    EXCHANGED("exchanged", Outcome.NONE, Probes.ELEMENT),
    ARRIVING("arriving", Outcome.LONG, Probes.ELEMENT),
    ADVANCED("advanced", Outcome.INT, Probes.ELEMENT),
    ACQUIRE_IF_READ("acquireIfRead", Outcome.COUNT),
    WROTE_FILE("wroteFile", Outcome.NONE, Probes.IO),
    READ_FILE("readFile", Outcome.COUNT, Probes.IO),
    READ_WHOLE_FILE("readWholeFile", Outcome.NONE, Probes.IO),
    RENAMED("renamed", Outcome.NONE, Probes.IO),
    LISTENING("listening", Outcome.NONE, Probes.IO),
    CONNECTING("connecting", Outcome.NONE, Probes.IO),
    CONNECTED("connected", Outcome.NONE, Probes.IO),
    ACCEPTED("accepted", Outcome.NONE, Probes.IO),
    SENT("sent", Outcome.NONE, Probes.IO),
    /** As {@link #RECEIVED}, where it is known that something was. */
    HEARD("heard", Outcome.NONE, Probes.IO),
    RECEIVED("received", Outcome.COUNT, Probes.IO),
    SENT_TO("sentTo", Outcome.NONE, Probes.IO),
    RECEIVED_AT("receivedAt", Outcome.NONE, Probes.IO),
    TRANSFERRING("transferring", Outcome.NONE, Probes.IO),
    REFLECTED_BEFORE("reflectedBefore", Outcome.NONE, Probes.HANDLE),
    REFLECTED_AFTER("reflectedAfter", Outcome.NONE, Probes.HANDLE),
    MADE("made", Outcome.NONE, Probes.FREEZE),
    USED("used", Outcome.NONE, Probes.FREEZE),
    /** Whatever the object is. */
    FROZE("froze", Outcome.NONE, Probes.FREEZE),
    CLASS_FOUND("found", Outcome.NONE, Probes.CLASS_INIT);

    /** What of the method's outcome, or of the call's last argument, the probe is given first. */
    enum Outcome {
        NONE(""),
        BOOLEAN("Z"),
        INT("I"),
        LONG("J"),
        OBJECT("Ljava/lang/Object;"),
        THROWABLE("Ljava/lang/Throwable;"),
        /** A number of bytes or a byte, negative at the end. */
        COUNT("I");

        final String descriptor;

        Outcome(String descriptor) {
            this.descriptor = descriptor;
        }
    }

    /** Whether all it does is to say that something orders nothing. */
    boolean takesOrderAway() {
        return this == INNER || this == INNER_NEXT || this == SILENCE || this == SPEAK;
    }

    /** Whether it tells of contention, and of nothing that orders. */
    boolean tellsOfContentionAlone() {
        return owner.equals(Probes.SHARED_LOCK);
    }

    final String probe;
    final Outcome outcome;

    /** Internal name of the class whose method it is. */
    final String owner;

    Action(String probe, Outcome outcome) {
        this(probe, outcome, Probes.SYNC);
    }

    Action(String probe, Outcome outcome, String owner) {
        this.probe = probe;
        this.outcome = outcome;
        this.owner = owner;
    }
}

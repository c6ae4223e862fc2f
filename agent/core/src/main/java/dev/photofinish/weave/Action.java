package dev.photofinish.weave;

/**
 * What a woven call does: the name of a method of {@code dev.photofinish.probe.SyncProbe}, with what goes on the stack before
 * the key.
 */
enum Action {
    RELEASE("release", Outcome.NONE),
    ACQUIRE("acquire", Outcome.NONE),
    ACQUIRE_IF_TRUE("acquireIfTrue", Outcome.BOOLEAN),
    ACQUIRE_IF_NON_NULL("acquireIfNonNull", Outcome.OBJECT),
    ACQUIRE_IF_TASK_FAILED("acquireIfTaskFailed", Outcome.THROWABLE),
    ASK("ask", Outcome.NONE),
    LOCKED("locked", Outcome.NONE),
    LOCKED_IF_TRUE("lockedIfTrue", Outcome.BOOLEAN),
    REFUSED("refused", Outcome.THROWABLE),
    UNLOCKING("unlocking", Outcome.NONE),
    AWAITING("awaiting", Outcome.NONE),
    AWAITED("awaited", Outcome.NONE),
    JOINED("joined", Outcome.NONE),
    RELEASE_IF_USERS("releaseIfUsers", Outcome.NONE),
    ACQUIRE_IF_USERS("acquireIfUsers", Outcome.NONE),
    HANDLE_RELEASE("handleRelease", Outcome.NONE),
    HANDLE_ACQUIRE("handleAcquire", Outcome.NONE);

    /** What of the method's outcome the probe is given first. */
    enum Outcome {
        NONE(""),
        BOOLEAN("Z"),
        OBJECT("Ljava/lang/Object;"),
        THROWABLE("Ljava/lang/Throwable;");

        final String descriptor;

        Outcome(String descriptor) {
            this.descriptor = descriptor;
        }
    }

    final String probe;
    final Outcome outcome;

    Action(String probe, Outcome outcome) {
        this.probe = probe;
        this.outcome = outcome;
    }
}

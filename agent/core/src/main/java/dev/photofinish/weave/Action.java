package dev.photofinish.weave;

/** What a woven call does: the name of a probe, with what goes on the stack before the key. */
enum Action {
    RELEASE("release", Outcome.NONE),
    ACQUIRE("acquire", Outcome.NONE),
    ACQUIRE_IF_TRUE("acquireIfTrue", Outcome.BOOLEAN),
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
    JOINED("joined", Outcome.NONE),
    RELEASE_IF_USERS("releaseIfUsers", Outcome.NONE),
    ACQUIRE_IF_USERS("acquireIfUsers", Outcome.NONE),
    HANDLE_RELEASE("handleRelease", Outcome.NONE),
    HANDLE_ACQUIRE("handleAcquire", Outcome.NONE),
    /** The object orders nothing by itself. */
    INNER("inner", Outcome.NONE),
    /** The lock that is called next orders nothing by itself. */
    INNER_NEXT("innerNext", Outcome.NONE),
    RELEASE_ITEM("releaseItem", Outcome.NONE),
    ACQUIRE_ITEM("acquireItem", Outcome.NONE),
    OPTIMISTIC("optimistic", Outcome.LONG),
    VALIDATED("validated", Outcome.BOOLEAN),
    CONVERTED("converted", Outcome.LONG),
    EARNEST("earnest", Outcome.NONE),
    OFFERING("offering", Outcome.NONE),
    EXCHANGED("exchanged", Outcome.NONE),
    ARRIVING("arriving", Outcome.LONG),
    ADVANCED("advanced", Outcome.INT);

    /** What of the method's outcome, or of the call's last argument, the probe is given first. */
    enum Outcome {
        NONE(""),
        BOOLEAN("Z"),
        INT("I"),
        LONG("J"),
        OBJECT("Ljava/lang/Object;"),
        THROWABLE("Ljava/lang/Throwable;");

        final String descriptor;

        Outcome(String descriptor) {
            this.descriptor = descriptor;
        }
    }

    /** The class of the probe, for a rule that concerns an object as a whole. */
    String owner() {
        return switch (this) {
            case OPTIMISTIC, VALIDATED, CONVERTED, EARNEST -> Probes.STAMP;
            case RELEASE_ITEM, ACQUIRE_ITEM -> Probes.ELEMENT;
            default -> Probes.SYNC;
        };
    }

    final String probe;
    final Outcome outcome;

    Action(String probe, Outcome outcome) {
        this.probe = probe;
        this.outcome = outcome;
    }
}

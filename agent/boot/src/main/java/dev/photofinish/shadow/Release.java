package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The latest release of one thread on one synchronization object: a link of {@link SyncShadow}'s chain. */
final class Release {
    private static final VarHandle EPOCH;

    static {
        try {
            EPOCH = MethodHandles.lookup().findVarHandle(Release.class, "epoch", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int thread;

    /** Written by the releasing thread only, before its epoch; a reader may see the site of a later release. */
    int site;

    @SuppressWarnings("UnusedVariable") // through EPOCH
    private int epoch;

    // What the latest release replaced; the releasing thread's own.
    private int replacedEpoch;
    private int replacedSite;

    @Nullable
    Release next;

    Release(int thread, int site, int epoch) {
        this.thread = thread;
        this.site = site;
        this.epoch = epoch;
    }

    int epochAcquire() {
        return (int) EPOCH.getAcquire(this);
    }

    void publishRelease(int newSite, int newEpoch) {
        replacedEpoch = epoch;
        replacedSite = site;
        site = newSite;
        EPOCH.setRelease(this, newEpoch);
    }

    /** Takes the latest release back: its operation turned out to publish nothing. Whoever saw it meanwhile learned too much. */
    void retractRelease() {
        site = replacedSite;
        EPOCH.setRelease(this, replacedEpoch);
    }
}

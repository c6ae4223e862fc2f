package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/**
 * What final fields order (JLS 17.5): from the end of the constructor to reads through one of the fields.
 *
 * <p>These edges are told apart in the analyzer, so they never stand in for others: what a thread learns here it does not
 * "know" for any other edge.
 */
public final class Freezes {
    /*
     * Every object of a class with final references is frozen once: there are many. The first have a clock each; later ones
     * share a bounded number of clocks by identity hash, on one object that stands for the crowd. Sharing adds edges, it never
     * loses one, the table keeps its room for locks and the like, and nothing is made for each object.
     */
    private static final Object CROWD = new Object();
    private static final int CROWDS = 1 << 12;

    private Freezes() {}

    /** Before the object can be published: at the end of its constructor. */
    public static void freeze(Shadow shadow, ThreadShadow thread, Object object, int space, int site) {
        SyncShadow own = shadow.findSync(object, space);
        if (own == null && shadow.startsToShare()) {
            shadow.release(thread, CROWD, crowd(object, space), site);
        } else {
            shadow.release(thread, object, space, site);
        }
    }

    /** After a final field of the object was read. */
    public static void reach(Shadow shadow, ThreadShadow thread, Object object, int space, int site) {
        learn(shadow, thread, shadow.findSync(object, space), space, site);
        if (shadow.isSharing()) {
            learn(shadow, thread, shadow.findSync(CROWD, crowd(object, space)), space, site);
        }
    }

    private static void learn(Shadow shadow, ThreadShadow thread, @Nullable SyncShadow sync, int space, int site) {
        if (sync == null) {
            return;
        }
        boolean advanced = false;
        for (Release release = sync.releases(); release != null; release = release.next) {
            int epoch = release.epochAcquire();
            if (release.thread == thread.number
                    || thread.knows(release.thread, epoch)
                    || thread.frozen.knows(release.thread, epoch)) {
                continue;
            }
            if (!advanced) {
                thread.epoch++;
                advanced = true;
            }
            thread.frozen.learned(release.thread, epoch);
            shadow.emitEdge(thread, sync, space, release.thread, epoch, release.site, site);
        }
    }

    private static int crowd(Object object, int space) {
        return 1 << 30 | space << 16 | (System.identityHashCode(object) & (CROWDS - 1));
    }
}

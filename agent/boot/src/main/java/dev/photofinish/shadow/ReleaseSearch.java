package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** Looks for a release from which a thread may have learned that ran code without probes. */
public final class ReleaseSearch implements Buckets.Visitor<SyncShadow> {
    private final VolatileFields fields;
    private final boolean initializations;
    private int except;
    private boolean found;

    /**
     * @param fields volatile fields that were read
     * @param initializations whether classes were found initialized
     */
    public ReleaseSearch(VolatileFields fields, boolean initializations) {
        this.fields = fields;
        this.initializations = initializations;
    }

    boolean finds(Buckets<SyncShadow> syncs, int exceptThread) {
        except = exceptThread;
        found = false;
        syncs.forEach(this);
        return found;
    }

    @Override
    public void visit(SyncShadow sync) {
        found |= concerns(sync.key, sync.object()) && releasedByOther(sync);
    }

    private boolean releasedByOther(SyncShadow sync) {
        for (Release release = sync.releases(); release != null; release = release.next) {
            if (release.thread != except && release.epochAcquire() != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean concerns(int space, @Nullable Object object) {
        return space == Space.CLASS_INIT
                ? initializations
                : fields.concern(space, object == null ? null : object.getClass());
    }
}

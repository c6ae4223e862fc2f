package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** Looks for a release from which a thread may have learned that ran code without probes. */
public final class ReleaseSearch implements Buckets.Visitor<SyncShadow> {
    private final int[] fields;
    private final String[] owners;
    private final boolean statics;
    private final boolean initializations;
    private int except;
    private boolean found;

    /**
     * @param fields numbers of volatile fields that were read
     * @param owners classes that declare those that are not static: an access by handle to such an object counts as one of them
     * @param statics whether some of them are static
     * @param initializations whether classes were found initialized
     */
    public ReleaseSearch(int[] fields, String[] owners, boolean statics, boolean initializations) {
        this.fields = fields;
        this.owners = owners;
        this.statics = statics;
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
        if (space == Space.HANDLE) {
            return object == null ? statics : isOfAny(object, owners);
        }
        if (space == Space.CLASS_INIT) {
            return initializations;
        }
        for (int field : fields) {
            if (space == Space.field(field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAny(Object object, String[] classes) {
        for (@Nullable Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (String name : classes) {
                if (type.getName().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}

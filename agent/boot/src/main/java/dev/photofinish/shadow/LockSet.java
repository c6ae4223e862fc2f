package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** The locks that a thread held at once, interned per window. */
final class LockSet extends Node {
    final int id;
    final SyncShadow[] locks;
    final int[] sites;

    /** Whether its events are out; a race emits them twice, which the reader tolerates. */
    boolean emitted;

    LockSet(int hash, int id, SyncShadow[] locks, int[] sites) {
        super(null, hash, 0, false);
        this.id = id;
        this.locks = locks;
        this.sites = sites;
    }

    boolean holds(@Nullable SyncShadow[] held, int count) {
        if (locks.length != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (locks[i] != held[i]) {
                return false;
            }
        }
        return true;
    }
}

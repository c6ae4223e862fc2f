package dev.photofinish.weave;

import java.util.BitSet;

/**
 * Finds the plain accesses of one method that a fence makes into more: reads that an acquiring fence follows and writes that a
 * releasing fence precedes, with no jump between. The order is the fence's; against each other such accesses are opaque at
 * least, never a race.
 */
final class FencedAccesses {
    private final BitSet fenced = new BitSet();
    private final BitSet reads = new BitSet();
    private boolean released;
    private int next;

    /** The next field instruction of the method; answers its number. */
    int access(boolean write) {
        if (!write) {
            reads.set(next);
        } else if (released) {
            fenced.set(next);
        }
        return next++;
    }

    /** Where control may come from elsewhere, or go elsewhere. */
    void jump() {
        reads.clear();
        released = false;
    }

    void fence(String method) {
        if (Calls.acquires(method)) {
            fenced.or(reads);
        }
        released |= Calls.releases(method);
    }

    /** Whether the field instruction of that number, counted from 0, is fenced. */
    boolean contains(int access) {
        return fenced.get(access);
    }
}

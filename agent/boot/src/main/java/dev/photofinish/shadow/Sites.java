package dev.photofinish.shadow;

import java.util.Arrays;

/**
 * What probes must know about sites and fields by id: which field a site accesses, which sites events have named, which
 * fields are under suspicion.
 *
 * <p>Grown by the agent's threads before the ids appear in woven code; read by the application's threads.
 */
public final class Sites {
    /* Each array is replaced by a larger copy, never shrunk. `used`, `stacks` and `suspicion` are plain bytes written by any
    thread: a mark that is lost in the moment of growing is set again by the next event. */
    private static volatile int[] fields = new int[1024];
    private static volatile byte[] used = new byte[1024];
    private static volatile byte[] stacks = new byte[1024];
    private static volatile byte[] suspicion = new byte[256];

    private Sites() {}

    /** Makes room for a site and says which field it accesses. Called by one thread at a time. */
    public static void define(int site, int field) {
        if (site >= fields.length) {
            int size = Math.max(site + 1, fields.length * 2);
            fields = Arrays.copyOf(fields, size);
            used = Arrays.copyOf(used, size);
            stacks = Arrays.copyOf(stacks, size);
        }
        if (field >= suspicion.length) {
            suspicion = Arrays.copyOf(suspicion, Math.max(field + 1, suspicion.length * 2));
        }
        int[] own = fields;
        own[site] = field;
        fields = own;
    }

    /** Whether an event has named the site, so that the dictionary must explain it. */
    public static boolean isUsed(int site) {
        byte[] own = used;
        return site < own.length && own[site] != 0;
    }

    static void markUsed(int site) {
        byte[] own = used;
        if (own[site] == 0) {
            own[site] = 1;
        }
    }

    /** The field that a site accesses; 0 where it accesses none. */
    public static int field(int site) {
        return fields[site];
    }

    private static boolean anySuspected;

    /** Whether any field is under suspicion; plain, seen late at worst. */
    static boolean anySuspected() {
        return anySuspected;
    }

    static void suspect(int field) {
        byte[] own = suspicion;
        if (own[field] == 0) {
            own[field] = 1;
            anySuspected = true;
        }
    }

    /** Whether two threads have accessed the field, one of them to write. */
    public static boolean isSuspected(int field) {
        byte[] own = suspicion;
        return field < own.length && own[field] != 0;
    }

    /** Whether one more stack may be taken at the site, of {@code most}; racy, so a few more may be taken. */
    static boolean takeStack(int site, int most) {
        byte[] own = stacks;
        byte taken = own[site];
        if (taken >= most) {
            return false;
        }
        own[site] = (byte) (taken + 1);
        return true;
    }

    /** Allows stacks anew: at the opening of a window. */
    static void refillStacks() {
        Arrays.fill(stacks, (byte) 0);
    }
}

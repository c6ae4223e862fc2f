package dev.photofinish.shadow;

/**
 * How much one window may know.
 *
 * @param bucketBits log2 of the buckets for variables
 * @param variables most variables watched; a further one is not watched
 * @param syncObjects most synchronization objects; a further one makes the window incomplete
 * @param weak keep objects weakly: for a window that does not end
 * @param stacksPerSite stacks taken at each site before any suspicion
 * @param spins tries to get at a variable that another thread is recording, before the access is sampled away
 * @param countedFields accesses are counted for fields with numbers up to this
 */
public record ShadowLimits(
        int bucketBits, int variables, int syncObjects, boolean weak, int stacksPerSite, int spins, int countedFields) {
    /** For a sampled window, which is short: some 20 MB at the most. */
    public static ShadowLimits window(int countedFields) {
        return new ShadowLimits(14, 100_000, 50_000, false, 0, 512, countedFields);
    }

    /** For the one window of full mode, by the size of the heap. */
    public static ShadowLimits full(long maxHeapBytes) {
        int variables = (int) Math.max(100_000, Math.min(8_000_000, maxHeapBytes / 1_000));
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(variables);
        return new ShadowLimits(Math.max(bits, 18), variables, variables, true, 4, 100_000, 0);
    }
}

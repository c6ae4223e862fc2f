package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** Some volatile fields, as code without probes accesses them: of which objects is not known. */
public final class VolatileFields {
    private final int[] numbers;
    private final String[] owners;
    private final boolean statics;

    /**
     * @param numbers the fields' numbers
     * @param owners classes that declare those that are not static: an access by handle to such an object counts as one of them
     * @param statics whether some of them are static
     */
    public VolatileFields(int[] numbers, String[] owners, boolean statics) {
        this.numbers = numbers;
        this.owners = owners;
        this.statics = statics;
    }

    /** Whether a synchronization in that space, of an object of that class, may be by one of them; no class stands for static fields. */
    boolean concern(int space, @Nullable Class<?> type) {
        if (space == Space.HANDLE) {
            return type == null ? statics : isOfAny(type);
        }
        for (int number : numbers) {
            if (space == Space.field(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfAny(Class<?> type) {
        for (String owner : owners) {
            if (UnseenWays.isA(type, owner)) {
                return true;
            }
        }
        return false;
    }
}

package dev.photofinish.blackbox;

/**
 * How a library takes a lock under another.
 *
 * @param held the class of the outer lock
 * @param heldIn the method that takes it, as {@code Class.method}
 * @param acquired the class of the inner lock
 * @param acquiredIn the method that takes it
 */
record KnownOrder(String held, String heldIn, String acquired, String acquiredIn) {
    /** Whether that is what was reported. */
    boolean matches(LockOrder found) {
        return found.held().equals(held)
                && found.acquired().equals(acquired)
                && found.acquiredIn().equals(acquiredIn)
                && found.stack().contains(heldIn);
    }

    /** For people, without packages. */
    @Override
    public String toString() {
        return "`" + simple(held) + "` in `" + method(heldIn) + "`, `" + simple(acquired) + "` in `"
                + method(acquiredIn) + "`";
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String method(String place) {
        int dot = place.lastIndexOf('.');
        return simple(place.substring(0, dot)) + place.substring(dot);
    }
}

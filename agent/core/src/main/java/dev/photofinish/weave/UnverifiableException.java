package dev.photofinish.weave;

/** A class that the JVM would refuse once it is woven, or refuses as it is. */
final class UnverifiableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean asItIs;

    /**
     * @param asItIs the class file was bad before: it cannot run, and nothing of it goes unseen
     */
    UnverifiableException(boolean asItIs, String problem) {
        super((asItIs ? "it would not be verified as it is, " : "it would not be verified once woven, ") + problem);
        this.asItIs = asItIs;
    }

    boolean isAsItIs() {
        return asItIs;
    }
}

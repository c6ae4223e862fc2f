package dev.photofinish.weave;

/** What is woven of the order that final fields give (JLS 17.5). */
public enum FinalReads {
    /** Reads of final fields, and the object that is frozen: exact, and dear. For full mode. */
    FOLLOWED,
    /**
     * That something is frozen, and nothing else: every access is taken for one through a final field. For windows, whose code has
     * to cost nothing while they are closed.
     */
    ASSUMED
}

package dev.photofinish.known;

/** One object of a library, made ready, and what two threads do to it. The main thread makes it. */
interface Driver {
    /** How often both threads do their part, by turns: an order of two locks counts once others have had the inner one. */
    default int turns() {
        return 1;
    }

    /** The first thread's part, with the access that no edge leads from. */
    void first() throws Exception;

    /** The second thread's part: it begins once the first's has ended, without an edge from it. */
    void second() throws Exception;
}

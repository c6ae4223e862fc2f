package dev.photofinish.known;

/** One object of a library, made ready, and what two threads do to it. The main thread makes it. */
interface Driver {
    /** The first thread's part, with the access that no edge leads from. */
    void first() throws Exception;

    /** The second thread's part: it begins once the first has ended, without an edge from it. */
    void second() throws Exception;
}

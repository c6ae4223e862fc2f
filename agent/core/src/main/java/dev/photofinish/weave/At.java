package dev.photofinish.weave;

/** Where in a method a rule applies. */
enum At {
    /** Before the first instruction. */
    ENTRY,
    /** Before every return. */
    RETURN,
    /** When an exception leaves the method. */
    THROW,
    /** Before a call that the method makes. */
    BEFORE_CALL,
    /** After a call that the method makes. */
    AFTER_CALL
}

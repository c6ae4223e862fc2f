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
    AFTER_CALL,
    /** After a read of a field that the method makes; the value takes one word. */
    AFTER_GET,
    /** Before a write of a field that the method makes; the value takes one word. */
    BEFORE_PUT;

    /** Whether the rule is at an instruction inside the method, chosen by the name of what is called, read or written. */
    boolean isInside() {
        return this == BEFORE_CALL || this == AFTER_CALL || this == AFTER_GET || this == BEFORE_PUT;
    }
}

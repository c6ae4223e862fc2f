package dev.photofinish.weave;

/** Which object a rule's clock belongs to. */
sealed interface Key {
    /** The receiver of the woven method. */
    record This() implements Key {}

    /** A parameter of the woven method, by position. */
    record Argument(int index) implements Key {}

    /** The first parameter of that class. */
    record ArgumentOf(String internalName) implements Key {}

    /**
     * A field of the receiver.
     *
     * @param passed the descriptor as which a probe takes it
     */
    record Field(String name, String descriptor, String passed) implements Key {
        Field(String name, String descriptor) {
            this(name, descriptor, descriptor);
        }
    }

    /** A static field of the woven method's class. */
    record StaticField(String name, String descriptor) implements Key {}

    /** The element of an atomic array, the receiver, that the method's first parameter tells. */
    record Index() implements Key {}

    /** The object whose field was read, or is about to be written. */
    record Owner() implements Key {}

    /** An element and the collection it is in: the receiver, or a field of it. */
    record Element(Key element, Key collection) implements Key {}

    /** What is on top of the stack: the value returned, or the last argument of the call. */
    record Top() implements Key {}

    /** The receiver of a call with one argument, below that argument. */
    record UnderTop() implements Key {}

    /** The thread that runs the method. */
    record CurrentThread() implements Key {}

    /** Two things that name the clock together: parameters or fields of the woven method's class. */
    record Pair(Key first, Key second) implements Key {}

    /** No object: one clock for the whole JVM. */
    record Global() implements Key {}
}

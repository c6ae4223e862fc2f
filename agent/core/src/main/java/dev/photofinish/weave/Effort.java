package dev.photofinish.weave;

/** How much is woven into a class: where one is too much for a method, the next is tried. */
enum Effort {
    /** All that is watched. */
    ALL(""),
    /** Not the accesses to arrays and to objects of the JDK. */
    WITHOUT_CONTENTS("for its arrays and collections"),
    /** No access at all, but whatever orders accesses: without it, others would look unordered. */
    SYNCHRONIZATION("for its fields, arrays and collections");

    private final String missing;

    Effort(String missing) {
        this.missing = missing;
    }

    /** What is tried next; itself for the last. */
    Effort less() {
        return this == ALL ? WITHOUT_CONTENTS : SYNCHRONIZATION;
    }

    /** What the class is not woven for, as the status says it. */
    String missing() {
        return missing;
    }
}

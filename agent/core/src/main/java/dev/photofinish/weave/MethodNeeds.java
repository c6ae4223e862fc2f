package dev.photofinish.weave;

import java.util.HashSet;
import java.util.Set;

/** What the scan of one method found. */
final class MethodNeeds {
    boolean woven;
    int maxLocals;
    boolean overwritesReceiver;
    boolean callsItself;

    /** A constructor of a class with final references. */
    boolean freezes;

    /** A constructor of a class with a finalizer. */
    boolean finalizable;

    /** The method itself publishes something: a monitor, a volatile write, a variable handle. */
    boolean releases;

    /** Volatile fields that the method itself reads, by number. */
    final Set<Integer> volatileReads = new HashSet<>();

    final FencedAccesses fenced = new FencedAccesses();
}

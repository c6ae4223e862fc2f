package dev.photofinish.weave;

import java.util.HashSet;
import java.util.Set;

/** What the scan of one method found. */
final class MethodNeeds {
    boolean woven;
    int maxLocals;
    boolean overwritesReceiver;
    boolean callsItself;

    /** The method itself publishes something: a monitor, a volatile write, a variable handle. */
    boolean releases;

    /** Volatile fields that the method itself reads, by number. */
    final Set<Integer> volatileReads = new HashSet<>();

    final FencedAccesses fenced = new FencedAccesses();
}

package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the scan of one method found. */
final class MethodNeeds {
    boolean woven;
    int maxLocals;
    boolean overwritesReceiver;
    int access;

    /** May call itself, or has overloads that stacks do not tell from it: an old call may be under a new one. */
    boolean ambiguous;

    /** Has instructions that access arrays, or calls that access objects of the JDK. */
    boolean contents;

    /** Has calls that access fields or elements by reflection or handle, or look such handles up. */
    boolean members;

    /** Which of them are watched; none until they have been analysed. */
    ContentsPlan plan = ContentsPlan.NONE;

    /** Does without the accesses to arrays and objects of the JDK: woven for them, the method would be too large. */
    void forgetContents() {
        plan = ContentsPlan.NONE;
        members = false;
    }

    /** The body of a lambda. */
    boolean lambdaBody;

    /** A constructor of a class with final references. */
    boolean freezes;

    /** A constructor of a class with a finalizer. */
    boolean finalizable;

    /** The method itself publishes something, by a variable handle for one; not by {@link #volatileWrites} or its monitors. */
    boolean releases;

    /** Volatile fields that the method itself reads, by the number of the field instruction. */
    final Map<Integer, FieldInfo> volatileReads = new HashMap<>();

    /** Those reads that belong to an update, by the same numbers. */
    final BitSet updateReads = new BitSet();

    /** Internal names of the classes of which it asks an object whether it is alive: it learns the end of one that is a thread. */
    final Set<String> askedAlive = new HashSet<>();

    /** It takes a monitor or lets go of it, or waits. */
    boolean monitor;

    /** Internal names of the static types of those that it takes. */
    final Set<String> monitorTypes = new HashSet<>();

    /** One of them is that of its receiver, or of what it has stored in its place. */
    boolean locksThis;

    /** Volatile fields that the method itself writes. */
    final Set<FieldInfo> volatileWrites = new HashSet<>();

    /** Names of classes and interfaces of which the monitors are that it takes; none where that cannot be told. */
    Set<String> monitorClasses() {
        if (locksThis && overwritesReceiver) {
            return Set.of("java.lang.Object");
        }
        return monitorTypes.stream().map(type -> type.replace('/', '.')).collect(Collectors.toSet());
    }

    /** Takes over which monitors the whole method takes, of which this is a part. */
    void adoptMonitors(MethodNeeds whole) {
        monitorTypes.addAll(whole.monitorTypes);
        locksThis |= whole.locksThis;
        overwritesReceiver |= whole.overwritesReceiver;
    }

    /** Those that it reads other than in an update, whose value it may act upon. */
    Set<FieldInfo> actedUponReads() {
        return volatileReads.entrySet().stream()
                .filter(read -> !updateReads.get(read.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** It finds classes initialized, at accesses to static fields. */
    boolean initializations;

    /** Field instructions, by number from 0, that read followed final fields, of an object that was made before. */
    final BitSet followedReads = new BitSet();

    /** Those of them that have nothing to tell, as the method has read a followed final field of the same object before. */
    final BitSet repeatedReads = new BitSet();

    final MonitorPlan monitors = new MonitorPlan();

    final FencedAccesses fenced = new FencedAccesses();
}

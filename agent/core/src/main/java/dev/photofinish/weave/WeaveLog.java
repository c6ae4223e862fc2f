package dev.photofinish.weave;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been woven, and what could not be, by name: silence about it would read as health. */
public final class WeaveLog {
    private static final int NAMED = 100;

    private final LoadedNames woven = new LoadedNames();
    private final Map<String, String> notWeavable = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private String unseen = "";
    private int notWeavableCount;

    void woven(@Nullable ClassLoader loader, @Nullable String internalName) {
        woven.add(loader, internalName);
    }

    /** Every class has its own bytecode again. */
    public void unwoven() {
        woven.clear();
    }

    /** Names a class that needed probes and could not be given any, or not all; the last reason stays. */
    public synchronized void notWeavable(String className, String reason) {
        if (notWeavable.replace(className, reason) != null) {
            return;
        }
        if (named.add(className)) {
            notWeavableCount++;
        }
        if (notWeavable.size() < NAMED) {
            notWeavable.put(className, reason);
        }
    }

    /** Such a class runs, and what it synchronizes is not seen: no window can prove any more that accesses are unordered. */
    public synchronized void unseen(String className) {
        unseen = unseen.isEmpty() ? "class " + className + " runs without probes" : unseen;
    }

    /** Why windows are incomplete for want of probes; empty where none is missing. */
    public synchronized String unseen() {
        return unseen;
    }

    /** Classes that are woven now. */
    public int wovenCount() {
        return woven.size();
    }

    /** Classes that needed probes and could not be given any. */
    public synchronized int notWeavableCount() {
        return notWeavableCount;
    }

    /** The first hundred of them with the reason. */
    public synchronized Map<String, String> notWeavable() {
        return new LinkedHashMap<>(notWeavable);
    }
}

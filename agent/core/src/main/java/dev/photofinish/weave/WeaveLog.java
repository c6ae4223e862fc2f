package dev.photofinish.weave;

import java.util.LinkedHashMap;
import java.util.Map;

/** What has been woven, and what could not be, by name: silence about it would read as health. */
public final class WeaveLog {
    private static final int NAMED = 100;

    private final Map<String, String> notWeavable = new LinkedHashMap<>();
    private int notWeavableCount;
    private int woven;

    synchronized void woven() {
        woven++;
    }

    /** Names a class that needed probes and could not be given any. */
    public synchronized void notWeavable(String className, String reason) {
        if (notWeavable.containsKey(className)) {
            return;
        }
        notWeavableCount++;
        if (notWeavable.size() < NAMED) {
            notWeavable.put(className, reason);
        }
    }

    /** Class files woven so far, counting each time. */
    public synchronized int wovenCount() {
        return woven;
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

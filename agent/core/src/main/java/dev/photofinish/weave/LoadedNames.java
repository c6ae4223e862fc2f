package dev.photofinish.weave;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Names of classes by their loader, which is not kept alive for it. */
final class LoadedNames {
    private final Map<ClassLoader, Set<String>> names = new WeakHashMap<>();
    private final Set<String> bootstrap = new HashSet<>();

    synchronized void add(@Nullable ClassLoader loader, @Nullable String name) {
        if (name != null) {
            of(loader).add(name);
        }
    }

    synchronized void clear() {
        names.clear();
        bootstrap.clear();
    }

    synchronized int size() {
        return bootstrap.size() + names.values().stream().mapToInt(Set::size).sum();
    }

    synchronized boolean contains(@Nullable ClassLoader loader, String name) {
        return of(loader).contains(name);
    }

    private Set<String> of(@Nullable ClassLoader loader) {
        return loader == null ? bootstrap : names.computeIfAbsent(loader, l -> new HashSet<>());
    }
}

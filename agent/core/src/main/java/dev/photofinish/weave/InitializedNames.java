package dev.photofinish.weave;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names of classes that were initialized before any window that is open or will be, by the loader of the classes that use them:
 * who finds one of them initialized learns nothing that a window could tell.
 *
 * <p>Refreshed while no window is open, by one thread; asked by any.
 */
public final class InitializedNames {
    private final LoadedNames names = new LoadedNames();
    private final Predicate<Class<?>> initialized;

    /** @param initialized whether the initialization of a class is over */
    public InitializedNames(Predicate<Class<?>> initialized) {
        this.initialized = initialized;
    }

    /** Whether the initialization of the class is over by now, and did not fail; false also where the JVM does not tell. */
    public boolean isInitialized(Class<?> type) {
        return initialized.test(type);
    }

    /**
     * Takes in what has been initialized by now.
     *
     * @param named the classes for which the loader has answered: what their names stand for in its classes is settled
     */
    public void refresh(ClassLoader loader, Class<?>[] named) {
        for (Class<?> type : named) {
            String name = type.getName().replace('.', '/');
            if (!type.isArray() && !Exclusions.excluded(name) && initialized.test(type)) {
                names.add(loader, name);
            }
        }
    }

    /** Those that classes of the loader use. */
    Predicate<String> of(@Nullable ClassLoader loader) {
        return name -> names.contains(loader, name);
    }
}

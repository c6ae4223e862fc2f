package dev.photofinish.shadow;

import java.util.function.Predicate;
import jdk.internal.vm.annotation.Stable;
import org.jspecify.annotations.Nullable;

/**
 * Places in woven code that find a class initialized, by number, and those of them that have nothing more to find: the class was
 * initialized before the window was opened, so that nothing recorded in this window or a later one came before its initializer.
 * A compiler takes what is over for a constant and leaves the check away.
 */
public final class ClassChecks {
    /** Places beyond share the number 0, which is never over. */
    private static final int MOST = 1 << 18;

    @Stable
    private static final byte[] OVER = new byte[MOST];

    private static int last;
    private static volatile @Nullable Predicate<Class<?>> initialized;

    private ClassChecks() {}

    /** A number for a new place. None is given twice while the JVM lives: code that was compiled for an earlier place may be left. */
    public static synchronized int next() {
        return last < MOST - 1 ? ++last : 0;
    }

    /** Who tells whether the initialization of a class is over; null for nobody. */
    public static void ask(@Nullable Predicate<Class<?>> whether) {
        initialized = whether;
    }

    /** Whether the initialization of the class is known to be over. */
    public static boolean isInitialized(Class<?> type) {
        Predicate<Class<?>> whether = initialized;
        return whether != null && whether.test(type);
    }

    /** Whether the place has nothing more to find. */
    public static boolean isOver(int place) {
        return OVER[place] != 0;
    }

    /** The place has nothing more to find, and nobody who comes there later has. */
    public static void setOver(int place) {
        if (place != 0) {
            OVER[place] = 1;
        }
    }
}

package dev.photofinish.probe;

import dev.photofinish.shadow.ClassChecks;
import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** Called at the end of class initializers and where their end has been checked. */
public final class ClassInitProbe {
    private ClassInitProbe() {}

    /** At the end of {@code <clinit>}. */
    public static void initialized(Class<?> type, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, type, Space.CLASS_INIT, site);
        }
    }

    /** After a method has answered that may have found the class initialized, or have initialized it. */
    public static void found(@Nullable Object type, int space, int site) {
        if (Gate.sync && type instanceof Class<?> found) {
            acquire(found, site);
        }
    }

    /**
     * After the class was found initialized, and with it its superclasses.
     *
     * @param place number of the place in {@link ClassChecks}, above the number of its site in the lower half
     */
    public static void checked(Class<?> type, long place) {
        if (!ClassChecks.isOver((int) (place >>> Integer.SIZE))) {
            check(type, place);
        }
    }

    /*
     * Where the gate is open, the window knows whether it has seen the end of the initializer. Where it is closed, it is read
     * again after the JVM has said that the class is initialized: if it still reads as closed, the initializer's thread has
     * recorded nothing that came before the end of the initializer (see Gate), and never will.
     */
    @DontInline
    private static void check(Class<?> type, long place) {
        boolean over = Gate.sync
                ? Recorder.record(Recorder.CHECKED, type, Space.CLASS_INIT, (int) place)
                        && ClassChecks.isInitialized(type)
                : ClassChecks.isInitialized(type) && !Gate.sync;
        if (over) {
            ClassChecks.setOver((int) (place >>> Integer.SIZE));
        }
    }

    /** After the class was found initialized in another way than by code that was woven for it. */
    public static void checked(Class<?> type, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.CHECKED, type, Space.CLASS_INIT, site);
        }
    }

    /** After one of the classes and interfaces that the class inherits from was found initialized, whichever it was. */
    public static void checkedInherited(Class<?> type, int site) {
        if (Gate.sync) {
            acquire(type, site);
        }
    }

    @DontInline
    private static void acquire(Class<?> type, int site) {
        for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Recorder.record(Recorder.ACQUIRE, c, Space.CLASS_INIT, site);
            for (Class<?> parent : c.getInterfaces()) {
                acquire(parent, site);
            }
        }
    }
}

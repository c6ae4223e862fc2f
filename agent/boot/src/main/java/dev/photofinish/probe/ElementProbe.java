package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import java.lang.ref.Reference;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/**
 * Called where the order goes through a part of an object: an element of a collection or queue, an index of an atomic array,
 * a phase of a phaser, a value exchanged.
 */
public final class ElementProbe {
    private ElementProbe() {}

    /** The element is published through the collection. */
    public static void releaseElement(@Nullable Object element, Object collection, int site) {
        if (Gate.sync && element != null) {
            recordElement(Recorder.RELEASE, element, collection, site);
        }
    }

    /** The element was taken from, or seen in, the collection; null for none. */
    public static void acquireElement(@Nullable Object element, Object collection, int site) {
        if (Gate.sync && element != null) {
            recordElement(Recorder.ACQUIRE, element, collection, site);
        }
    }

    @DontInline
    private static void recordElement(int operation, Object element, Object collection, int site) {
        if (!isInternal(element)) {
            Recorder.record(operation, element, Space.element(collection), site);
        }
    }

    /** The collection answered whether it took the element: if not, nothing was published. */
    public static void retractElementIfFalse(boolean outcome, @Nullable Object element, Object collection, int site) {
        if (Gate.sync && !outcome && element != null) {
            Recorder.record(Recorder.RETRACT, element, Space.element(collection), site);
        }
    }

    /** The element is published to whoever is shown it, through whichever collection. */
    public static void releaseItem(@Nullable Object element, int space, int site) {
        if (Gate.sync) {
            recordItem(Recorder.RELEASE, element, space, site);
        }
    }

    /** The user's code is about to be shown the element. */
    public static void acquireItem(@Nullable Object element, int space, int site) {
        if (Gate.sync) {
            recordItem(Recorder.ACQUIRE, element, space, site);
        }
    }

    @DontInline
    private static void recordItem(int operation, @Nullable Object element, int space, int site) {
        if (!isConstant(element)) {
            Recorder.record(operation, element, space, site);
        }
    }

    /**
     * A key by which the JDK finds method types: no user can hold one, and it orders whichever threads link code that looks
     * alike. Nothing broader: objects of other internal classes do come into the hands of users.
     */
    private static boolean isInternal(Object element) {
        if (!(element instanceof Reference)) {
            return false;
        }
        String type = element.getClass().getName();
        return type.startsWith("java.lang.invoke.MethodType$")
                || (type.startsWith("jdk.internal.util.") && type.endsWith("ReferenceKey"));
    }

    /** Nothing that could race can be reached from such a key; and it is shared by those who know nothing of each other. */
    private static boolean isConstant(@Nullable Object element) {
        return element == null
                || element instanceof String
                || element instanceof Boolean
                || element instanceof Character
                || element instanceof Class
                || isInternal(element)
                || (element instanceof Number && element.getClass().getClassLoader() == null);
    }

    /** Whatever this thread did is published through the element of the atomic array. */
    public static void releaseIndex(@Nullable Object array, int index, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, array, Space.index(index), site);
        }
    }

    /** Whatever was published through the element of the atomic array is seen. */
    public static void acquireIndex(@Nullable Object array, int index, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, array, Space.index(index), site);
        }
    }

    /** The element of the atomic array was not changed if the method answered false. */
    public static void retractIndexIfFalse(boolean outcome, @Nullable Object array, int index, int site) {
        if (Gate.sync && !outcome) {
            Recorder.record(Recorder.RETRACT, array, Space.index(index), site);
        }
    }

    /** Before this thread offers its element to another one's at the exchanger; null is an element too. */
    public static void offering(@Nullable Object element, Object exchanger, int site) {
        if (Gate.sync) {
            record(Recorder.RELEASE, element, exchanger, site);
        }
    }

    /** After this thread got the other one's element. */
    public static void exchanged(@Nullable Object element, Object exchanger, int site) {
        if (Gate.sync) {
            record(Recorder.ACQUIRE, element, exchanger, site);
        }
    }

    private static void record(int operation, @Nullable Object element, Object exchanger, int site) {
        if (element == null) {
            Recorder.record(operation, exchanger, Space.STATE, site);
        } else {
            Recorder.record(operation, element, Space.element(exchanger), site);
        }
    }

    /** Before this thread tries to arrive: {@code state} is the phaser's state afterwards, with the phase above 32 bits. */
    public static void arriving(long state, @Nullable Object root, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, root, Space.phase((int) (state >>> 32)), site);
        }
    }

    /**
     * After this thread saw a phaser advance.
     *
     * @param phase what the method answered: the phase that has begun
     * @param waited the phase that the caller said it waits for, or that before {@code phase}; negative for neither
     */
    public static void advanced(int phase, int waited, @Nullable Object root, int site) {
        if (Gate.sync && phase != waited) {
            Recorder.record(Recorder.ACQUIRE, root, Space.phase(waited < 0 ? phase - 1 : waited), site);
        }
    }
}

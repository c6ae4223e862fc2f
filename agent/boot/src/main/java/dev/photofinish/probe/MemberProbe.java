package dev.photofinish.probe;

import dev.photofinish.shadow.Handles;
import dev.photofinish.window.Gate;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Called around accesses to fields by reflection, variable handle and method handle: plain ones count as any other access,
 * the others as atomic ones. The edges of the latter are the business of {@link HandleProbe}.
 */
public final class MemberProbe {
    private MemberProbe() {}

    /** After a handle was looked up by class and name. */
    public static void learned(@Nullable Object handle, Class<?> type, String name, boolean isStatic, int use) {
        if (handle != null) {
            Handles.learn(handle, type, name, isStatic, use);
        }
    }

    /** After a handle was made of a field. */
    public static void learned(@Nullable Object handle, Field field, int use) {
        if (handle != null) {
            Handles.learn(
                    handle, field.getDeclaringClass(), field.getName(), Modifier.isStatic(field.getModifiers()), use);
        }
    }

    /** Before an access by variable handle or reflection; what a read of the synchronizing kind sees is recorded after. */
    public static void before(@Nullable Object member, @Nullable Object owner, int site, int kind) {
        if (Gate.fields && member != null) {
            AccessRecorder.before(member, owner, site, kind);
        }
    }

    /** After a read or an update of the synchronizing kind: it comes after what it has seen. */
    public static void after(@Nullable Object member, @Nullable Object owner, int site, int kind) {
        if (Gate.fields && member != null) {
            AccessRecorder.after(member, owner, site, kind);
        }
    }

    /** Before a method handle is invoked, which may be a getter or setter. */
    public static void invoked(@Nullable Object handle, @Nullable Object owner, int site) {
        if (Gate.fields && handle != null) {
            Handles.Known known = Handles.find(handle);
            if (known != null && known.use != Handles.VARIABLE) {
                AccessRecorder.before(
                        handle, owner, site, known.use == Handles.GETTER ? AccessRecorder.READ : AccessRecorder.WRITE);
            }
        }
    }

    /** Before an element is accessed by variable handle or reflection. */
    public static void element(@Nullable Object array, int index, int site, int kind) {
        if (Gate.fields && index >= 0) {
            AccessRecorder.elements(array, index, index + 1, site, kind);
        }
    }
}

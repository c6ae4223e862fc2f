package dev.photofinish.probe;

import dev.photofinish.shadow.DerivedSites;
import dev.photofinish.shadow.Handles;
import dev.photofinish.shadow.ObjectTypes;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** The open path of every access probe: the read-side critical section of {@link Gate}, and what is recorded in it. */
final class AccessRecorder {
    static final int READ = 0;
    static final int WRITE = 1;
    static final int ATOMIC_READ = 2;
    static final int ATOMIC_WRITE = 3;
    static final int ATOMIC_UPDATE = 4;

    /** Most elements of one bulk operation that are recorded; of more, as many evenly spread ones and the last. */
    static final int MOST_OF_RANGE = 1024;

    private static final int FIELD = 0;
    private static final int ELEMENTS = 1;
    private static final int CONTENTS = 2;
    private static final int INSIDE = 3;
    private static final int VIEW = 4;
    private static final int BEFORE_MEMBER = 5;
    private static final int AFTER_MEMBER = 6;

    private AccessRecorder() {}

    @DontInline
    static void field(@Nullable Object owner, int site, int kind) {
        record(FIELD, owner, null, 0, 0, site, kind);
    }

    /** As {@link #field}, of a field whose access opens the window that stands prepared, unless it may be an optimistic read. */
    @DontInline
    static void coldField(@Nullable Object owner, int site, int kind) {
        if (Gate.fieldWindow == null && (kind == WRITE || !StampProbe.mayBeReadingOptimistically())) {
            trigger(Sites.field(site));
        }
        field(owner, site, kind);
    }

    /** Not from inside a probe, nor by a thread of the agent: its accesses are no accesses of the application. */
    private static void trigger(int field) {
        Window window = Gate.prepared();
        if (window == null || !window.isCold(field)) {
            return;
        }
        try {
            ThreadShadow thread = window.shadow().current();
            if (!thread.enter()) {
                return;
            }
            try {
                window.trigger(field);
            } finally {
                thread.leave();
            }
        } catch (Throwable failure) {
            Gate.probeFailed = true;
            Failures.record(failure);
        }
    }

    /** Elements from {@code from} up to but without {@code to}; nothing of what is outside of the array. */
    @DontInline
    static void elements(@Nullable Object array, int from, int to, int site, int kind) {
        if (array != null) {
            record(ELEMENTS, array, null, from, to, site, kind);
        }
    }

    @DontInline
    static void contents(Object object, int site, int kind) {
        record(CONTENTS, object, null, 0, 0, site, kind);
    }

    /** In a wrapper of the JDK, on behalf of its caller. */
    @DontInline
    static void inside(Object object, int site, int kind) {
        record(INSIDE, object, null, 0, 0, site, kind);
    }

    /** Before an access to the field that a handle or a {@code Field} stands for. */
    @DontInline
    static void before(Object member, @Nullable Object owner, int site, int kind) {
        record(BEFORE_MEMBER, owner, member, 0, 0, site, kind);
    }

    @DontInline
    static void after(Object member, @Nullable Object owner, int site, int kind) {
        record(AFTER_MEMBER, owner, member, 0, 0, site, kind);
    }

    @DontInline
    static void view(Object view, Object object) {
        record(VIEW, object, view, 0, 0, 0, READ);
    }

    private static void record(
            int form, @Nullable Object owner, @Nullable Object other, int from, int to, int site, int kind) {
        Window window = Gate.fieldWindow;
        if (window == null) {
            return;
        }
        try {
            ThreadShadow thread = window.shadow().current();
            if (!thread.enter()) {
                return;
            }
            try {
                thread.enterFieldVolatile();
                if (Gate.fieldWindow == window) {
                    record(window.shadow(), thread, form, owner, other, from, to, site, kind);
                }
            } finally {
                thread.leaveFieldRelease();
                thread.leave();
            }
        } catch (Throwable failure) {
            Gate.probeFailed = true;
            Failures.record(failure);
        }
    }

    private static void record(
            Shadow shadow,
            ThreadShadow thread,
            int form,
            @Nullable Object owner,
            @Nullable Object other,
            int from,
            int to,
            int site,
            int kind) {
        if (form >= BEFORE_MEMBER) {
            if (other != null) {
                member(shadow, thread, form, other, owner, site, kind);
            }
        } else if (form == FIELD || owner == null) {
            shadow.access(thread, owner, site, kind);
        } else if (form == ELEMENTS) {
            elements(shadow, thread, owner, from, to, site, kind);
        } else if (form != VIEW) {
            contents(shadow, thread, form, owner, site, kind);
        } else if (other != null) {
            shadow.viewed(other, owner);
        }
    }

    private static void member(
            Shadow shadow, ThreadShadow thread, int form, Object member, @Nullable Object owner, int site, int kind) {
        if (kind == ATOMIC_UPDATE && form == BEFORE_MEMBER) {
            shadow.beginUpdate(thread);
            return;
        }
        int begun = form == AFTER_MEMBER ? shadow.endUpdate(thread) : 0;
        Class<?> type;
        String name;
        boolean isStatic;
        if (member instanceof Field field) {
            type = field.getDeclaringClass();
            name = field.getName();
            isStatic = Modifier.isStatic(field.getModifiers());
        } else {
            Handles.Known known = Handles.find(member);
            type = known == null ? null : known.type();
            if (known == null || type == null) {
                return;
            }
            name = known.name;
            isStatic = known.isStatic;
        }
        int derived = isStatic || owner != null ? DerivedSites.of(type, name, site) : 0;
        if (derived == 0) {
            return;
        }
        if (kind == ATOMIC_UPDATE) {
            shadow.update(thread, isStatic ? null : owner, derived, begun);
        } else {
            shadow.access(thread, isStatic ? null : owner, derived, kind);
        }
    }

    private static void contents(Shadow shadow, ThreadShadow thread, int form, Object object, int site, int kind) {
        Object owner = shadow.contentsOf(object);
        int from = form == INSIDE ? thread.wrapperSiteOr(site) : site;
        if (owner == null) {
            if (form == CONTENTS) {
                thread.calledWrapperFrom(ObjectTypes.isWrapper(object) ? site : 0);
            }
            return;
        }
        int derived = DerivedSites.of(owner.getClass(), "", from);
        if (derived != 0) {
            shadow.contents(thread, owner, derived, kind);
        }
    }

    private static void elements(
            Shadow shadow, ThreadShadow thread, Object array, int from, int to, int site, int kind) {
        int first = Math.max(from, 0);
        int end = Math.min(to, Array.getLength(array));
        int derived = Sites.field(site) == 0 ? DerivedSites.of(array.getClass(), "", site) : site;
        if (first >= end || derived == 0) {
            return;
        }
        int step = (end - first - 1) / MOST_OF_RANGE + 1;
        int recorded = 0;
        for (int index = first; index < end && index >= 0; index += step) {
            shadow.element(thread, array, index, derived, kind);
            recorded++;
        }
        if (step > 1) {
            shadow.element(thread, array, end - 1, derived, kind);
            shadow.drop(end - first - recorded);
        }
    }
}

package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The sites that stand for one place in the code and one variable found there at run time: the class of the object whose
 * contents are accessed, or the field that a handle means. Each is asked of the {@link SiteSource} once and kept for the
 * life of the class; when there is no room, the access is not recorded.
 */
public final class DerivedSites {
    private static final int MOST = 1 << 16;
    private static final VarHandle NAMES;

    static {
        try {
            NAMES = MethodHandles.lookup().findVarHandle(OfClass.class, "names", Named.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static volatile Buckets<OfClass> classes = new Buckets<>(12, MOST);

    private static volatile @Nullable SiteSource source;

    private DerivedSites() {}

    /** Sets who numbers sites, if anybody, and forgets the numbers of whoever did before. While no window is open. */
    public static void numberBy(@Nullable SiteSource numbering) {
        classes = new Buckets<>(12, MOST);
        source = numbering;
    }

    /**
     * The site that stands for {@code site} and the field of that class, or with an empty name for the site and the class
     * itself; 0 for none.
     */
    public static int of(Class<?> type, String name, int site) {
        int hash = Buckets.mix(System.identityHashCode(type), site);
        Buckets<OfClass> table = classes;
        OfClass known = table.find(type, hash, site);
        if (known == null) {
            if (table.full()) {
                return 0;
            }
            known = table.putIfAbsent(new OfClass(type, hash, site), type);
        }
        Named head = known.names;
        for (Named named = head; named != null; named = named.next) {
            if (named.name.equals(name)) {
                return named.site;
            }
        }
        return add(known, head, type, name, site);
    }

    private static int add(OfClass known, @Nullable Named head, Class<?> type, String name, int site) {
        SiteSource numbering = source;
        if (numbering == null) {
            return 0;
        }
        int derived = name.isEmpty() ? numbering.ofType(site, type) : numbering.ofField(site, type, name);
        // Lost to another thread: the next access asks again, and is given the same number.
        NAMES.compareAndSet(known, head, new Named(name, derived, head));
        return derived;
    }

    /** Forgets classes that are gone. One thread at a time. */
    static void sweep() {
        classes.sweep();
    }

    private static final class OfClass extends Node {
        // Only ever extended at its head.
        volatile @Nullable Named names;

        OfClass(Class<?> type, int hash, int site) {
            super(type, hash, site, true);
        }
    }

    private static final class Named {
        final String name;
        final int site;
        final @Nullable Named next;

        Named(String name, int site, @Nullable Named next) {
            this.name = name;
            this.site = site;
            this.next = next;
        }
    }
}

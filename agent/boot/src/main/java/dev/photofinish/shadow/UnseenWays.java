package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/**
 * Ways in which code without probes may order threads: volatile fields that it may write, and monitors that it may take or let go
 * of, known by the classes that they may be of. Each way has a bit; beyond 63 they share the last one.
 */
public final class UnseenWays {
    /** None. */
    public static final UnseenWays NONE = new UnseenWays(new int[0], new String[0], new boolean[0], new String[0]);

    private static final int LAST = 63;
    private static final String ANYTHING = "java.lang.Object";

    private final int[] fields;
    private final String[] owners;
    private final boolean[] statics;
    private final String[] monitors;

    /**
     * @param fields numbers of volatile fields
     * @param owners the class that declares each of them
     * @param statics which of them are static
     * @param monitors names of classes and interfaces: a monitor of such an object, or of one that extends it, is meant
     */
    public UnseenWays(int[] fields, String[] owners, boolean[] statics, String[] monitors) {
        this.fields = fields;
        this.owners = owners;
        this.statics = statics;
        this.monitors = monitors;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return fields.length == 0 && monitors.length == 0;
    }

    private static long bit(int way) {
        return 1L << Math.min(way, LAST);
    }

    /** The bit of the volatile field of that number; 0 where it is none of these. */
    public long field(int number) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == number) {
                return bit(i);
            }
        }
        return 0;
    }

    /** The bit of monitors of that class; 0 where it is none of these. */
    public long monitor(String name) {
        for (int i = 0; i < monitors.length; i++) {
            if (monitors[i].equals(name)) {
                return bit(fields.length + i);
            }
        }
        return 0;
    }

    /** The bits of the fields that an access by handle may mean, to an object of that class; no class stands for static fields. */
    long byHandle(@Nullable Class<?> type) {
        long bits = 0;
        for (int i = 0; i < fields.length; i++) {
            if (type == null ? statics[i] : !statics[i] && isA(type, owners[i])) {
                bits |= bit(i);
            }
        }
        return bits;
    }

    /** The bits of what the monitor of an object of that class may be. */
    long byMonitor(Class<?> type) {
        long bits = 0;
        for (int i = 0; i < monitors.length; i++) {
            if (monitors[i].equals(ANYTHING) || isA(type, monitors[i])) {
                bits |= bit(fields.length + i);
            }
        }
        return bits;
    }

    /** Whether the class is of that name or extends or implements what is. */
    static boolean isA(Class<?> subtype, String name) {
        for (@Nullable Class<?> type = subtype; type != null; type = type.getSuperclass()) {
            if (type.getName().equals(name) || implementsAny(type, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean implementsAny(Class<?> type, String name) {
        for (Class<?> each : type.getInterfaces()) {
            if (each.getName().equals(name) || implementsAny(each, name)) {
                return true;
            }
        }
        return false;
    }
}

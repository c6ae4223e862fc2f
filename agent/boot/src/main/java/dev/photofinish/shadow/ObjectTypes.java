package dev.photofinish.shadow;

import java.security.MessageDigest;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK that are not thread-safe and whose calls count as reads and writes of the object. Exactly these
 * classes: a subclass of the application's own may do its own locking.
 *
 * <p>Not here: {@code Hashtable}, {@code Vector}, {@code StringBuffer} and {@code java.util.Random} (thread-safe), {@code
 * java.util.concurrent} (likewise), what {@code List.of}, {@code Collections.empty...} and {@code unmodifiable...} make
 * (never written), and streams and formatters, which nobody shares.
 */
public final class ObjectTypes {
    private static final int SLOTS = 128;
    private static final byte CONTENTS = 1;
    private static final byte WRAPPER = 2;

    private static final @Nullable Class<?>[] CLASSES = new Class<?>[SLOTS];
    private static final byte[] KINDS = new byte[SLOTS];

    static {
        for (Class<?> type : new Class<?>[] {
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            IdentityHashMap.class,
            WeakHashMap.class,
            EnumMap.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            PriorityQueue.class,
            StringBuilder.class,
            BitSet.class,
            Scanner.class,
            Matcher.class,
            SimpleDateFormat.class,
            DecimalFormat.class,
            GregorianCalendar.class
        }) {
            add(type, CONTENTS);
        }
        for (Object wrapper : wrappers()) {
            add(wrapper.getClass(), WRAPPER);
        }
    }

    private ObjectTypes() {}

    @SuppressWarnings("JdkObsolete") // a list without random access is wrapped in another class
    private static Object[] wrappers() {
        return new Object[] {
            Collections.synchronizedCollection(new ArrayDeque<>()),
            Collections.synchronizedSet(new HashSet<>()),
            Collections.synchronizedSortedSet(new TreeSet<>()),
            Collections.synchronizedNavigableSet(new TreeSet<>()),
            Collections.synchronizedList(new LinkedList<>()),
            Collections.synchronizedList(new ArrayList<>()),
            Collections.synchronizedMap(new HashMap<>()),
            Collections.synchronizedSortedMap(new TreeMap<>()),
            Collections.synchronizedNavigableMap(new TreeMap<>())
        };
    }

    private static void add(Class<?> type, byte kind) {
        int slot = slot(type);
        CLASSES[slot] = type;
        KINDS[slot] = kind;
    }

    /** Where the class is, or the empty slot where it would be. */
    private static int slot(Class<?> type) {
        int slot = Buckets.mix(type.hashCode(), 0) & (SLOTS - 1);
        while (CLASSES[slot] != null && CLASSES[slot] != type) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** Whether calls of such an object are accesses to it. */
    public static boolean hasContents(Object object) {
        return KINDS[slot(object.getClass())] == CONTENTS || isDigest(object.getClass());
    }

    /** Whether it is a wrapper of {@code Collections.synchronized...}, whose own calls are followed. */
    public static boolean isWrapper(Object object) {
        return KINDS[slot(object.getClass())] == WRAPPER;
    }

    /** The class that a report names. */
    public static Class<?> shownAs(Class<?> type) {
        return isDigest(type) ? MessageDigest.class : type;
    }

    /** A digest comes from a provider; that of an application may do its own locking. */
    private static boolean isDigest(Class<?> type) {
        return MessageDigest.class.isAssignableFrom(type) && type.getClassLoader() == null;
    }
}

package dev.photofinish.idiom;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Code whose shapes the tests ask for; never run. */
@SuppressWarnings({
    "ImmutableEnumChecker",
    "AssignmentExpression",
    "UnusedVariable",
    "UnusedMethod",
    "FieldCanBeFinal",
    "FieldCanBeStatic",
    "InconsistentHashCode"
})
class Idioms {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static int served;

    private int hash;
    private @Nullable String text;
    private @Nullable Level level;
    private @Nullable Range range;
    private @Nullable Object mutex;
    private int @Nullable [] table;
    private long wide;
    private boolean ready;
    private int id;
    private int hits;
    private long longHits;
    private int limit;
    private Idioms[] others = {};

    /** An enum whose constants have bodies, as that of Netty's HttpStatusClass. */
    enum Level {
        ONE {
            @Override
            int rank() {
                return 1;
            }
        },
        TWO;

        private final StringBuilder name = new StringBuilder();

        int rank() {
            return 2;
        }
    }

    record Range(int from, String to) {}

    int hash() {
        int h = hash;
        if (h == 0) {
            for (char c : "text".toCharArray()) {
                h = 31 * h + c;
            }
            hash = h;
        }
        return h;
    }

    String text() {
        String seen = text;
        if (seen == null) {
            text = seen = build(1);
        }
        return seen;
    }

    Level level() {
        Level seen = level;
        return seen != null ? seen : (level = Level.valueOf("ONE"));
    }

    Range range() {
        Range seen = range;
        if (seen != null) {
            return seen;
        }
        seen = new Range(1, "2");
        range = seen;
        return seen;
    }

    Object mutex() {
        Object seen = mutex;
        if (seen == null) {
            seen = new Object();
            mutex = seen;
        }
        return seen;
    }

    int[] table() {
        int[] seen = table;
        if (seen == null) {
            seen = new int[] {1, 2};
            table = seen;
        }
        return seen;
    }

    long wide() {
        long seen = wide;
        if (seen == 0) {
            seen = build(2).length();
            wide = seen;
        }
        return seen;
    }

    void prepare() {
        if (!ready) {
            build(3);
            ready = true;
        }
    }

    int id() {
        int seen = id;
        if (seen == 0) {
            seen = next();
            id = seen;
        }
        return seen;
    }

    private static int next() {
        return NEXT.incrementAndGet();
    }

    int twice() {
        if (hash == 0) {
            hash = build(4).hashCode();
        }
        return hash;
    }

    int untilFilled() {
        int h;
        do {
            h = hash;
            if (h == 0) {
                h = build(5).hashCode();
                hash = h;
            }
        } while (h == 0);
        return h;
    }

    void hit() {
        hits++;
        longHits++;
        served += 1;
        others[0].hits -= 10;
    }

    int hits() {
        return hits;
    }

    int ticket() {
        return hits++;
    }

    String describe() {
        return "hits " + hits + " of " + limit;
    }

    boolean full() {
        return hits > limit;
    }

    private static String build(int times) {
        return "a".repeat(times);
    }
}

package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of one chunk that the engine asks for: texts, classes, threads and stack traces. Reading a checkpoint only
 * notes where each constant begins; a constant is read when an event asks for it, and then kept.
 */
final class ConstantPools implements Cursor.Texts {
    /** What stands for a class that no constant names. */
    static final String UNKNOWN_CLASS = "unknown";

    /** The deepest stack that the JVM can be told to take. */
    private static final int MAX_FRAMES = 2048;

    private final Cursor cursor;
    private final Metadata metadata;
    private final Layout.Compiler layouts;
    private final Map<Long, Pool> poolsByType = new HashMap<>();
    private final Pool textPool;
    private final Pool symbolPool;
    private final Pool classPool;
    private final Pool threadPool;
    private final Pool methodPool;
    private final Pool stackPool;
    private final @Nullable Layout frameLayout;

    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, String> classNames = new HashMap<>();
    private final Map<Long, List<Frame>> stacks = new HashMap<>();

    /** Empty pools; the cursor is moved about. */
    ConstantPools(Cursor cursor, Metadata metadata, Layout.Compiler layouts) {
        this.cursor = cursor;
        this.metadata = metadata;
        this.layouts = layouts;
        textPool = pool("java.lang.String", List.of());
        symbolPool = pool("jdk.types.Symbol", List.of(Column.text("string")));
        classPool = pool("java.lang.Class", List.of(new Column("name", Column.Form.SYMBOL)));
        threadPool = pool(
                "java.lang.Thread",
                List.of(Column.text("javaName"), Column.text("osName"), Column.number("javaThreadId")));
        methodPool = pool(
                "jdk.types.Method",
                List.of(new Column("type", Column.Form.CLASS), new Column("name", Column.Form.SYMBOL)));
        stackPool = pool("jdk.types.StackTrace", List.of(new Column("frames", Column.Form.FRAMES)));
        Metadata.Type frame = metadata.typeNamed("jdk.types.StackFrame");
        frameLayout = frame == null
                ? null
                : layouts.wanting(
                        frame, List.of(new Column("method", Column.Form.METHOD), Column.number("lineNumber")));
    }

    private Pool pool(String typeName, List<Column> columns) {
        Metadata.Type type = metadata.typeNamed(typeName);
        if (type == null) {
            return new Pool(null, new HashMap<>());
        }
        Pool pool = new Pool(layouts.wanting(type, columns), new HashMap<>());
        poolsByType.put(type.id(), pool);
        return pool;
    }

    /** Notes the constants of the checkpoint event whose body begins at {@code start}. */
    void readCheckpoint(int start, int end) {
        cursor.move(start, end);
        cursor.readVarLong();
        cursor.readVarLong();
        cursor.readVarLong();
        cursor.readByte();
        int pools = cursor.readCount("constant pools");
        for (int i = 0; i < pools; i++) {
            long typeId = cursor.readVarLong();
            Layout layout = layouts.skipping(metadata.type(typeId, "a constant pool at byte " + cursor.position()));
            Pool wanted = poolsByType.get(typeId);
            int count = cursor.readCount("constants");
            for (int j = 0; j < count; j++) {
                long key = cursor.readVarLong();
                if (wanted != null) {
                    wanted.positions.put(key, cursor.position());
                }
                layout.skip(cursor);
            }
        }
    }

    /** A text of the pool of strings; empty where the key is unknown. */
    @Override
    public String text(long key) {
        String known = texts.get(key);
        if (known == null) {
            known = textPool.find(key) ? cursor.readText(ConstantPools::noReference) : "";
            texts.put(key, known);
        }
        return known;
    }

    /** The text that begins at the position, within an event or constant. */
    String textAt(long position) {
        return textAt(position, this);
    }

    private String textAt(long position, Cursor.Texts pooled) {
        cursor.move((int) position, cursor.end());
        return cursor.readText(pooled);
    }

    /** The binary name of a class, without what the JVM appends to hidden classes: it differs from run to run. */
    String className(long key) {
        String known = classNames.get(key);
        if (known == null) {
            long[] values = classPool.read(key);
            String name = values == null ? "" : CodeIdentity.className(name(values[0]));
            known = name.isEmpty() ? UNKNOWN_CLASS : name;
            classNames.put(key, known);
        }
        return known;
    }

    /** The Java name of a thread, or else the name that the operating system has, or else its number; empty for none. */
    String threadName(long key) {
        long[] values = threadPool.read(key);
        if (values == null) {
            return "";
        }
        String javaName = textAt(values[0]);
        String name = javaName.isEmpty() ? textAt(values[1]) : javaName;
        return name.isEmpty() ? "thread " + values[2] : name;
    }

    /** What the JVM calls a thread; 0 for none, and for threads that are not Java's. */
    long javaThreadId(long key) {
        long[] values = threadPool.read(key);
        return values == null ? 0 : values[2];
    }

    /** The frames of a stack trace, innermost first; empty where the key is unknown. */
    List<Frame> frames(long key) {
        List<Frame> known = stacks.get(key);
        if (known == null) {
            long[] values = stackPool.read(key);
            known = values == null || frameLayout == null ? List.of() : readFrames((int) values[0], frameLayout);
            stacks.put(key, known);
        }
        return known;
    }

    private List<Frame> readFrames(int position, Layout layout) {
        cursor.move(position, cursor.end());
        int count = Math.min(cursor.readCount("frames"), MAX_FRAMES);
        long[] values = new long[2 * count];
        long[] frame = new long[2];
        for (int i = 0; i < count; i++) {
            layout.read(cursor, frame);
            values[2 * i] = frame[0];
            values[2 * i + 1] = frame[1];
        }
        List<Frame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long[] method = methodPool.read(values[2 * i]);
            int line = (int) values[2 * i + 1];
            frames.add(new Frame(
                    method == null ? UNKNOWN_CLASS : className(method[0]),
                    method == null ? "" : name(method[1]),
                    line > 0 ? line : -1));
        }
        return List.copyOf(frames);
    }

    /** A symbol as a name: with dots for slashes. */
    private String name(long key) {
        String known = names.get(key);
        if (known == null) {
            long[] values = symbolPool.read(key);
            String symbol = values == null ? "" : textAt(values[0], ConstantPools::noReference);
            known = symbol.replace('/', '.');
            names.put(key, known);
        }
        return known;
    }

    private static String noReference(long key) {
        throw new UnusableInputException("constant text: expected a text, found a reference to " + key);
    }

    /** The positions of the constants of one type. */
    private final class Pool {
        private final @Nullable Layout layout;
        private final Map<Long, Integer> positions;

        Pool(@Nullable Layout layout, Map<Long, Integer> positions) {
            this.layout = layout;
            this.positions = positions;
        }

        /** Moves the cursor to the constant; false where there is none. */
        boolean find(long key) {
            Integer position = positions.get(key);
            if (position != null) {
                cursor.move(position, cursor.end());
            }
            return position != null;
        }

        long @Nullable [] read(long key) {
            if (layout == null || !find(key)) {
                return null;
            }
            long[] values = new long[layout.width()];
            layout.read(cursor, values);
            return values;
        }
    }
}

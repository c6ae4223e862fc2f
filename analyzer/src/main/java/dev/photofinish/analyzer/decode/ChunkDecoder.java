package dev.photofinish.analyzer.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one chunk. Construction checks the whole chunk's structure and reads its metadata and constants; decoding
 * then walks over the events. The layout of each type is what the chunk says it is, so that JDK 17 and 25 are read alike.
 */
public final class ChunkDecoder {
    private static final int METADATA = 0;
    private static final int CHECKPOINT = 1;
    private static final int MAX_TYPE_ID = 1 << 16;
    private static final String JDK = "jdk.";

    private final ChunkHeader header;
    private final Cursor cursor;
    private final ConstantPools pools;
    private @Nullable Table[] tables = new Table[0];
    private int[] checkpoints = new int[16];
    private int checkpointCount;

    /**
     * Reads what the events need.
     *
     * @param chunk exactly one chunk; its position and limit are kept
     * @throws UnusableInputException if that is not a sound chunk
     */
    public ChunkDecoder(ByteBuffer chunk) {
        header = ChunkHeader.read(chunk);
        int length = chunk.remaining();
        byte[] bytes;
        int base = 0;
        if (chunk.hasArray()) {
            bytes = chunk.array();
            base = chunk.arrayOffset() + chunk.position();
        } else {
            bytes = new byte[length];
            chunk.duplicate().get(bytes);
        }
        cursor = new Cursor(bytes, base, length);
        findCheckpoints();
        cursor.move(header.metadataPosition(), length);
        Metadata metadata = Metadata.read(cursor);
        Layout.Compiler layouts = new Layout.Compiler(metadata);
        pools = new ConstantPools(new Cursor(bytes, base, length), metadata, layouts);
        readCheckpoints();
        EventType.byName()
                .forEach((name, eventType) ->
                        metadata.typesNamed(name).forEach(type -> addTable(type, eventType, layouts)));
    }

    /** When the chunk began, nanoseconds since 1970. */
    public long startNanos() {
        return header.startNanos();
    }

    /** When the chunk ended, nanoseconds since 1970; its beginning where it has no end. */
    public long endNanos() {
        return header.endNanos();
    }

    /**
     * Reads the events into the sink. Called once.
     *
     * @return number of events by type name, {@code other} for the types that the engine does not know
     * @throws UnusableInputException at the first event that contradicts its type; those before it are in the sink
     */
    public Map<String, Long> decode(ChunkSink sink) {
        WaitSettings settings = new WaitSettings();
        EventReader reader = new EventReader(header, sink, settings);
        EventRow row = new EventRow(pools);
        long other = 0;
        int next = ChunkHeader.SIZE;
        while (next < cursor.end()) {
            int start = next;
            next = enter(start);
            long typeId = cursor.readVarLong();
            Table table = table(typeId);
            if (table == null) {
                other += typeId == METADATA || typeId == CHECKPOINT ? 0 : 1;
                continue;
            }
            table.count++;
            if (table.layout != null) {
                table.layout.read(cursor, table.slots);
                row.become(table.type, start, table.slots);
                reader.read(row);
            }
        }
        settings.tell(this::type, sink);
        for (Table unfit : tables) {
            if (unfit != null && unfit.count > 0 && !unfit.problem.isEmpty()) {
                sink.loss(unfit.type.typeName() + " is not what was expected (" + unfit.problem + ")", unfit.count);
            }
        }
        return counts(other);
    }

    private @Nullable EventType type(long typeId) {
        Table table = table(typeId);
        return table == null ? null : table.type;
    }

    /** The instance that the first photofinish.AgentStatus event of the chunk names, or null where there is none. */
    public @Nullable String instance() {
        int next = ChunkHeader.SIZE;
        while (next < cursor.end()) {
            next = enter(next);
            long typeId = cursor.readVarLong();
            Table table = table(typeId);
            if (table != null && table.type == EventType.AGENT_STATUS && table.layout != null) {
                table.layout.read(cursor, table.slots);
                String instance = pools.textAt(table.slots[0]);
                if (!instance.isBlank()) {
                    return instance;
                }
            }
        }
        return null;
    }

    private @Nullable Table table(long typeId) {
        return typeId >= 0 && typeId < tables.length ? tables[(int) typeId] : null;
    }

    private Map<String, Long> counts(long other) {
        Map<String, Long> counts = new TreeMap<>();
        for (Table table : tables) {
            if (table != null && table.count > 0) {
                counts.merge(table.type.typeName(), table.count, Long::sum);
            }
        }
        if (other > 0) {
            counts.put(EventType.OTHER, other);
        }
        return counts;
    }

    /** Enters the event at the position and returns where the next begins; nothing behind that can be read until then. */
    private int enter(int start) {
        cursor.move(start, cursor.end());
        long size = cursor.readVarLong();
        if (size <= cursor.position() - start || size > cursor.end() - start) {
            throw new UnusableInputException("size of an event: expected " + (cursor.position() - start + 1) + " to "
                    + (cursor.end() - start) + " bytes, found " + size + " at byte " + start);
        }
        int next = start + (int) size;
        cursor.move(cursor.position(), next);
        return next;
    }

    /** Walks over all events, so that a chunk whose structure is broken is refused before any event of it is used. */
    private void findCheckpoints() {
        int next = ChunkHeader.SIZE;
        while (next < cursor.end()) {
            int start = next;
            next = enter(start);
            if (cursor.readVarLong() == CHECKPOINT) {
                if (checkpointCount == checkpoints.length) {
                    checkpoints = Arrays.copyOf(checkpoints, checkpointCount * 2);
                }
                checkpoints[checkpointCount++] = start;
            }
        }
    }

    private void readCheckpoints() {
        for (int i = 0; i < checkpointCount; i++) {
            int next = enter(checkpoints[i]);
            cursor.readVarLong();
            pools.readCheckpoint(cursor.position(), next);
        }
    }

    private void addTable(Metadata.Type type, EventType eventType, Layout.Compiler layouts) {
        if (type.id() < 0 || type.id() >= MAX_TYPE_ID) {
            throw new UnusableInputException("metadata: expected the id of " + type.name() + " to be 0 to "
                    + (MAX_TYPE_ID - 1) + ", found " + type.id());
        }
        if (type.id() >= tables.length) {
            tables = Arrays.copyOf(tables, (int) type.id() + 1);
        }
        tables[(int) type.id()] = table(type, eventType, layouts);
    }

    /** The JDK's events are not ours: where another JVM has them with other fields they are left out, and the rest is read. */
    private static Table table(Metadata.Type type, EventType eventType, Layout.Compiler layouts) {
        try {
            return new Table(eventType, layouts.wanting(type, eventType.columns()), "");
        } catch (UnusableInputException e) {
            if (!type.name().startsWith(JDK)) {
                throw e;
            }
            return new Table(eventType, null, String.valueOf(e.getMessage()));
        }
    }

    /** What the chunk says of one event type, and how many of it there are. */
    private static final class Table {
        private final EventType type;
        private final @Nullable Layout layout;

        /** Why there is no layout; empty where there is one. */
        private final String problem;

        private final long[] slots;
        private long count;

        Table(EventType type, @Nullable Layout layout, String problem) {
            this.type = type;
            this.layout = layout;
            this.problem = problem;
            this.slots = new long[type.columns().size()];
            Arrays.fill(slots, EventRow.ABSENT);
        }
    }
}

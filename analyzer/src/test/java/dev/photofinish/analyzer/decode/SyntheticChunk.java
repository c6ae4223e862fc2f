package dev.photofinish.analyzer.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes a chunk byte by byte, sound or not: a few types, constants and events, and nothing that a JVM would add. */
final class SyntheticChunk {
    static final int LONG = 1;
    static final int INT = 2;
    static final int TEXT = 3;
    static final int BOOLEAN = 4;
    static final int DOUBLE = 5;
    private static final int FIRST_FREE_TYPE = 20;
    private static final int METADATA_POSITION = 24;

    private final List<String> strings = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final Bytes events = new Bytes();

    SyntheticChunk() {
        type(LONG, "long");
        type(INT, "int");
        type(TEXT, "java.lang.String");
        type(BOOLEAN, "boolean");
        type(DOUBLE, "double");
    }

    /** Adds a type with a number of its own. */
    void type(int id, String name, Field... fields) {
        types.add(new Type(id, name, List.of(fields)));
    }

    /** Adds a type and returns its number. */
    int type(String name, Field... fields) {
        int id = FIRST_FREE_TYPE + types.size();
        type(id, name, fields);
        return id;
    }

    static Field field(String name, int type) {
        return new Field(name, type, false, false);
    }

    /** Adds an event with this body. */
    void event(int type, Consumer<Bytes> body) {
        Bytes content = new Bytes();
        content.number(type);
        body.accept(content);
        events.sized(content);
    }

    /** Adds a checkpoint with one pool of constants. */
    void checkpoint(int type, int count, Consumer<Bytes> constants) {
        event(1, body -> {
            body.number(0).number(0).number(0).raw(0).number(1).number(type).number(count);
            constants.accept(body);
        });
    }

    /** The chunk: header, events, metadata. */
    ByteBuffer build() {
        Bytes metadata = new Bytes();
        metadata.number(0).number(0).number(0).number(1);
        Bytes tree = new Bytes();
        element(tree, "root", List.of(), 1);
        element(tree, "metadata", List.of(), types.size());
        for (Type type : types) {
            element(tree, "class", List.of("id", "" + type.id, "name", type.name), type.fields.size());
            for (Field field : type.fields) {
                List<String> attributes = new ArrayList<>(List.of("name", field.name, "class", "" + field.type));
                if (field.constant) {
                    attributes.addAll(List.of("constantPool", "true"));
                }
                if (field.array) {
                    attributes.addAll(List.of("dimension", "1"));
                }
                element(tree, "field", attributes, 0);
            }
        }
        metadata.number(strings.size());
        strings.forEach(metadata::text);
        metadata.append(tree);
        Bytes body = new Bytes();
        body.append(events);
        int metadataPosition = ChunkHeader.SIZE + body.size();
        body.sized(metadata);
        return withHeader(body, metadataPosition);
    }

    private static ByteBuffer withHeader(Bytes body, int metadataPosition) {
        ByteBuffer chunk = ByteBuffer.allocate(ChunkHeader.SIZE + body.size());
        chunk.put(ChunkHeader.MAGIC).putShort((short) 2).putShort((short) 1);
        chunk.putLong(chunk.capacity()).putLong(ChunkHeader.SIZE);
        chunk.putLong(METADATA_POSITION, metadataPosition);
        chunk.position(METADATA_POSITION + Long.BYTES);
        chunk.putLong(1_000).putLong(500).putLong(0).putLong(1_000_000_000L).putInt(1);
        return chunk.put(body.toByteArray()).flip();
    }

    private void element(Bytes tree, String name, List<String> attributes, int children) {
        tree.number(index(name)).number(attributes.size() / 2);
        attributes.forEach(text -> tree.number(index(text)));
        tree.number(children);
    }

    private int index(String text) {
        if (!strings.contains(text)) {
            strings.add(text);
        }
        return strings.indexOf(text);
    }

    private record Type(int id, String name, List<Field> fields) {}

    /** A field as the metadata describes it. */
    record Field(String name, int type, boolean constant, boolean array) {}

    /** Bytes in the encodings of JFR. */
    static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes raw(int value) {
            bytes.write(value);
            return this;
        }

        Bytes number(long value) {
            long rest = value;
            for (int i = 0; i < 8 && (rest & ~0x7FL) != 0; i++) {
                bytes.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        Bytes text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return raw(3).number(utf8.length).append(utf8);
        }

        Bytes real(double value) {
            return append(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
        }

        private Bytes append(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        private void append(Bytes more) {
            append(more.toByteArray());
        }

        /** Appends an event: its size, which counts itself, and its content. */
        private void sized(Bytes content) {
            int size = content.size() + 1;
            while (new Bytes().number(size).size() + content.size() != size) {
                size++;
            }
            number(size).append(content);
        }

        int size() {
            return bytes.size();
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}

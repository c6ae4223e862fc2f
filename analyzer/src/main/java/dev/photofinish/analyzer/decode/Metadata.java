package dev.photofinish.analyzer.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of one chunk, as the chunk itself describes them: an XML-like tree of elements whose names and attributes are
 * indexes into a table of strings.
 */
final class Metadata {
    private static final int TYPE_ID = 0;
    private static final int MAX_DEPTH = 16;

    private final Map<Long, Type> types = new HashMap<>();
    private final Map<String, List<Type>> typesByName = new HashMap<>();
    private final Cursor cursor;
    private final String[] strings;

    private Metadata(Cursor cursor) {
        this.cursor = cursor;
        this.strings = readStrings();
    }

    /** Reads the metadata event at the cursor's position. */
    static Metadata read(Cursor cursor) {
        int start = cursor.position();
        long size = cursor.readVarLong();
        if (size <= 0 || size > cursor.limit() - start) {
            throw new UnusableInputException("size of the metadata: expected 1 to " + (cursor.limit() - start)
                    + ", found " + size + " at byte " + start);
        }
        cursor.move(cursor.position(), start + (int) size);
        long type = cursor.readVarLong();
        if (type != TYPE_ID) {
            throw new UnusableInputException(
                    "metadata: expected an event of type 0 at byte " + start + ", found type " + type);
        }
        cursor.readVarLong();
        cursor.readVarLong();
        cursor.readVarLong();
        Metadata metadata = new Metadata(cursor);
        metadata.readElement(null, 0);
        return metadata;
    }

    /** The type, which must be known. */
    Type type(long id, String user) {
        Type type = types.get(id);
        if (type == null) {
            throw new UnusableInputException("metadata: expected type " + id + " for " + user + ", found none");
        }
        return type;
    }

    /** The type of the name, or null where the chunk has none; the first described where it has several. */
    @Nullable
    Type typeNamed(String name) {
        List<Type> named = typesNamed(name);
        return named.isEmpty() ? null : named.get(0);
    }

    /** The types of the name: an event class that two loaders have loaded is two types. */
    List<Type> typesNamed(String name) {
        return typesByName.getOrDefault(name, List.of());
    }

    private String[] readStrings() {
        String[] table = new String[cursor.readCount("metadata strings")];
        for (int i = 0; i < table.length; i++) {
            table[i] = cursor.readText(key -> {
                throw new UnusableInputException("metadata: expected a text, found a reference to " + key);
            });
        }
        return table;
    }

    private void readElement(@Nullable Type enclosing, int depth) {
        if (depth > MAX_DEPTH) {
            throw new UnusableInputException("metadata: expected elements nested up to " + MAX_DEPTH
                    + " deep, found more at byte " + cursor.position());
        }
        String name = string();
        Map<String, String> attributes = new HashMap<>();
        int count = cursor.readCount("attributes");
        for (int i = 0; i < count; i++) {
            attributes.put(string(), string());
        }
        Type type = enclosing;
        if (name.equals("class")) {
            type = new Type(number(attributes, "id"), attributes.getOrDefault("name", ""), new ArrayList<>());
            types.put(type.id(), type);
            typesByName.computeIfAbsent(type.name(), key -> new ArrayList<>()).add(type);
        } else if (name.equals("field") && enclosing != null) {
            enclosing
                    .fields()
                    .add(new Field(
                            attributes.getOrDefault("name", ""),
                            number(attributes, "class"),
                            attributes.containsKey("constantPool"),
                            !attributes.getOrDefault("dimension", "0").equals("0")));
        }
        int children = cursor.readCount("elements");
        for (int i = 0; i < children; i++) {
            readElement(type, depth + 1);
        }
    }

    private String string() {
        int at = cursor.position();
        long index = cursor.readVarLong();
        if (index < 0 || index >= strings.length) {
            throw new UnusableInputException("metadata: expected the index of one of " + strings.length
                    + " strings, found " + index + " at byte " + at);
        }
        return strings[(int) index];
    }

    private long number(Map<String, String> attributes, String attribute) {
        String text = attributes.getOrDefault(attribute, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnusableInputException("metadata: expected a number for attribute " + attribute + ", found '"
                    + text + "' before byte " + cursor.position());
        }
    }

    /**
     * A type: of an event, of a constant, or of a value.
     *
     * @param fields in the order in which values are written
     */
    record Type(long id, String name, List<Field> fields) {}

    /**
     * A field of a type.
     *
     * @param constant the value is a key into the pool of its type
     * @param array the value is a number of values
     */
    record Field(String name, long typeId, boolean constant, boolean array) {}
}

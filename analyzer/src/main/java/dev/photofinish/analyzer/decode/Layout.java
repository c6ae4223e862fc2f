package dev.photofinish.analyzer.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type follow each other in the bytes, compiled from the metadata to a flat list of steps: what is
 * wanted goes into a slot, the rest is skipped. A number is kept as it is, a real as the bits of a double, a reference as its
 * key, a text or an array as the position where it begins.
 */
final class Layout {
    /** Work for the types of one chunk, nested types included: those of a JVM take some thousand. */
    private static final int MAX_FIELDS = 1 << 20;

    private static final int MAX_DEPTH = 16;
    private static final int SKIPPED = -1;

    private final Step[] steps;
    private final int[] slots;
    private final Layout[] elements;
    private final int width;

    private Layout(List<Step> steps, List<Integer> slots, List<Layout> elements) {
        this.steps = steps.toArray(Step[]::new);
        this.slots = slots.stream().mapToInt(Integer::intValue).toArray();
        this.elements = elements.toArray(Layout[]::new);
        this.width = 1 + Arrays.stream(this.slots).max().orElse(SKIPPED);
    }

    /** Number of slots that a value needs. */
    int width() {
        return width;
    }

    /** Reads one value from the cursor into the slots; those of fields that do not exist stay as they are. */
    void read(Cursor cursor, long[] into) {
        for (int i = 0; i < steps.length; i++) {
            long value =
                    switch (steps[i]) {
                        case LONG -> cursor.readVarLong();
                        case INT -> (int) cursor.readVarLong();
                        case SHORT -> (short) cursor.readVarLong();
                        case CHAR -> (char) cursor.readVarLong();
                        case BYTE -> cursor.readByte();
                        case FLOAT ->
                            Double.doubleToRawLongBits(Float.intBitsToFloat((int) cursor.readRaw(Float.BYTES)));
                        case DOUBLE -> cursor.readRaw(Double.BYTES);
                        case TEXT -> skipText(cursor);
                        case ARRAY -> skipArray(cursor, elements[i]);
                    };
            if (slots[i] != SKIPPED) {
                into[slots[i]] = value;
            }
        }
    }

    /** Moves the cursor behind one value. */
    void skip(Cursor cursor) {
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case LONG, INT, SHORT, CHAR -> cursor.readVarLong();
                case BYTE -> cursor.skip(1);
                case FLOAT -> cursor.skip(Float.BYTES);
                case DOUBLE -> cursor.skip(Double.BYTES);
                case TEXT -> cursor.skipText();
                case ARRAY -> skipArray(cursor, elements[i]);
            }
        }
    }

    private static long skipText(Cursor cursor) {
        int at = cursor.position();
        cursor.skipText();
        return at;
    }

    private static long skipArray(Cursor cursor, Layout element) {
        int at = cursor.position();
        int count = cursor.readCount("array elements");
        for (int i = 0; i < count && element.steps.length > 0; i++) {
            element.skip(cursor);
        }
        return at;
    }

    /** Compiles layouts for the types of one chunk. */
    static final class Compiler {
        private final Metadata metadata;
        private final Map<Long, Layout> whole = new HashMap<>();
        private int fields;

        Compiler(Metadata metadata) {
            this.metadata = metadata;
        }

        /** The layout that only skips. */
        Layout skipping(Metadata.Type type) {
            Layout known = whole.get(type.id());
            if (known == null) {
                known = compile(type, Map.of());
                whole.put(type.id(), known);
            }
            return known;
        }

        /** The layout that puts the columns into the slots with their indexes; every column has to be there. */
        Layout wanting(Metadata.Type type, List<Column> columns) {
            Map<String, Metadata.Field> fields = new HashMap<>();
            type.fields().forEach(field -> fields.put(field.name(), field));
            Map<String, Integer> slots = new HashMap<>();
            for (Column column : columns) {
                int slot = slots.size();
                Metadata.Field field = fields.get(column.name());
                if (field == null && !column.required()) {
                    slots.put(column.name(), slot);
                    continue;
                }
                if (field == null) {
                    throw new UnusableInputException("metadata: expected a field " + column.name() + " of "
                            + type.name() + ", found only "
                            + fields.keySet().stream().sorted().limit(32).toList());
                }
                column.check(
                        type,
                        field,
                        metadata.type(field.typeId(), type.name() + "." + field.name())
                                .name());
                slots.put(column.name(), slot);
            }
            return compile(type, slots);
        }

        private Layout compile(Metadata.Type type, Map<String, Integer> wanted) {
            Draft draft = new Draft();
            draft.addType(type, wanted, 0);
            return new Layout(draft.steps, draft.slots, draft.elements);
        }

        /** A layout while it grows. */
        private final class Draft {
            private final List<Step> steps = new ArrayList<>();
            private final List<Integer> slots = new ArrayList<>();
            private final List<Layout> elements = new ArrayList<>();

            private void addType(Metadata.Type type, Map<String, Integer> wanted, int depth) {
                if (depth > MAX_DEPTH) {
                    throw new UnusableInputException("metadata: expected types nested up to " + MAX_DEPTH
                            + " deep, found more in " + type.name());
                }
                Step primitive = Step.ofType(type.name());
                if (primitive != null) {
                    add(primitive, SKIPPED, NO_ELEMENT);
                    return;
                }
                for (Metadata.Field field : type.fields()) {
                    addField(type, field, wanted.getOrDefault(field.name(), SKIPPED), depth);
                }
            }

            private void addField(Metadata.Type type, Metadata.Field field, int slot, int depth) {
                if (++fields > MAX_FIELDS) {
                    throw new UnusableInputException(
                            "metadata: expected types of together up to " + MAX_FIELDS + " fields, found more");
                }
                if (field.array()) {
                    add(Step.ARRAY, slot, element(type, field, depth));
                } else if (field.constant()) {
                    add(Step.LONG, slot, NO_ELEMENT);
                } else {
                    Metadata.Type fieldType = metadata.type(field.typeId(), type.name() + "." + field.name());
                    Step primitive = Step.ofType(fieldType.name());
                    if (primitive == null) {
                        addType(fieldType, Map.of(), depth + 1);
                    } else {
                        add(primitive, slot, NO_ELEMENT);
                    }
                }
            }

            private Layout element(Metadata.Type type, Metadata.Field field, int depth) {
                Draft element = new Draft();
                if (field.constant()) {
                    element.add(Step.LONG, SKIPPED, NO_ELEMENT);
                } else {
                    element.addType(
                            metadata.type(field.typeId(), type.name() + "." + field.name()), Map.of(), depth + 1);
                }
                return new Layout(element.steps, element.slots, element.elements);
            }

            private void add(Step step, int slot, Layout element) {
                steps.add(step);
                slots.add(slot);
                elements.add(element);
            }
        }
    }

    private static final Layout NO_ELEMENT = new Layout(List.of(), List.of(), List.of());

    /** How one value is written. */
    private enum Step {
        LONG("long"),
        INT("int"),
        SHORT("short"),
        CHAR("char"),
        BYTE("byte", "boolean"),
        FLOAT("float"),
        DOUBLE("double"),
        TEXT("java.lang.String"),
        ARRAY;

        private static final Map<String, Step> BY_TYPE = byType();

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> typeNames;

        Step(String... typeNames) {
            this.typeNames = List.of(typeNames);
        }

        private static Map<String, Step> byType() {
            Map<String, Step> byType = new HashMap<>();
            Arrays.stream(values()).forEach(step -> step.typeNames.forEach(name -> byType.put(name, step)));
            return Map.copyOf(byType);
        }

        static @Nullable Step ofType(String name) {
            return BY_TYPE.get(name);
        }
    }
}

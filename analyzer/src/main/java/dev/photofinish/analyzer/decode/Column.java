package dev.photofinish.analyzer.decode;

import java.util.Set;

/**
 * A field that the reader wants of a type, and what it has to be.
 *
 * @param name the name in the metadata
 * @param required whether every chunk has it; what is not there reads as empty text
 */
record Column(String name, Form form, boolean required) {
    Column(String name, Form form) {
        this(name, form, true);
    }

    static Column number(String name) {
        return new Column(name, Form.NUMBER);
    }

    static Column text(String name) {
        return new Column(name, Form.TEXT);
    }

    /** The thread of an event; one without is no thread of Java. */
    static Column thread() {
        return new Column("eventThread", Form.THREAD).ifPresent();
    }

    /** The same column, which agents of an earlier version do not write: a text or a number of 32 bits. */
    Column ifPresent() {
        return new Column(name, form, false);
    }

    /** Checks that the chunk's own description of the field fits. */
    void check(Metadata.Type type, Metadata.Field field, String fieldType) {
        if (!form.typeNames.contains(fieldType) || field.constant() != form.constant || field.array() != form.array) {
            throw new UnusableInputException("metadata: expected field " + name + " of " + type.name() + " to be "
                    + form.description() + ", found " + fieldType + (field.constant() ? " constant" : "")
                    + (field.array() ? " array" : ""));
        }
    }

    /** What a field may be. */
    enum Form {
        NUMBER(false, false, "long", "int", "short", "char", "byte", "boolean"),
        REAL(false, false, "float", "double"),
        TEXT(false, false, "java.lang.String"),
        SYMBOL(true, false, "jdk.types.Symbol"),
        CLASS(true, false, "java.lang.Class"),
        THREAD(true, false, "java.lang.Thread"),
        METHOD(true, false, "jdk.types.Method"),
        STACK(true, false, "jdk.types.StackTrace"),
        FRAMES(false, true, "jdk.types.StackFrame");

        private final boolean constant;
        private final boolean array;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> typeNames;

        Form(boolean constant, boolean array, String... typeNames) {
            this.constant = constant;
            this.array = array;
            this.typeNames = Set.of(typeNames);
        }

        private String description() {
            return "one of " + typeNames.stream().sorted().toList() + (constant ? " constant" : "")
                    + (array ? " array" : "");
        }
    }
}

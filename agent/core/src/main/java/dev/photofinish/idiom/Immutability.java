package dev.photofinish.idiom;

import dev.photofinish.site.ClassFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Whether the instances of a class may be published by a race, and may exist twice: values with final fields only, all the way
 * down. An enum's constants exist once, so of what they refer to nothing is asked but the final field.
 */
final class Immutability {
    private static final int DEEPEST = 8;
    private static final Set<String> VALUES = Set.of(
            "java/lang/String",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Class",
            "java/math/BigInteger",
            "java/math/BigDecimal",
            "java/util/UUID",
            "java/util/Locale",
            "java/time/Duration",
            "java/time/Instant",
            "java/time/LocalDate",
            "java/time/LocalDateTime",
            "java/time/LocalTime");

    private final @Nullable ClassLoader loader;

    Immutability(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    boolean of(String internalName) {
        return of(internalName, new HashSet<>(), 0);
    }

    private boolean of(String name, Set<String> asked, int depth) {
        if (VALUES.contains(name) || !asked.add(name)) {
            return true;
        }
        Outline outline = depth > DEEPEST ? null : read(name);
        if (outline == null) {
            return false;
        }
        if ((outline.access & Opcodes.ACC_ENUM) != 0) {
            return outline.finalFieldsOnly && outline.bodies.stream().allMatch(this::finalFieldsOnly);
        }
        return (outline.access & Opcodes.ACC_FINAL) != 0 && !outline.types.isEmpty() && ofFields(outline, asked, depth);
    }

    private boolean ofFields(Outline outline, Set<String> asked, int depth) {
        if (!outline.finalFieldsOnly) {
            return false;
        }
        for (Type type : outline.types) {
            if (type.getSort() == Type.ARRAY
                    || (type.getSort() == Type.OBJECT && !of(type.getInternalName(), asked, depth + 1))) {
                return false;
            }
        }
        String parent = outline.parent;
        if (parent.equals("java/lang/Object") || parent.equals("java/lang/Record")) {
            return true;
        }
        Outline above = depth > DEEPEST ? null : read(parent);
        return above != null && ofFields(above, asked, depth + 1);
    }

    private boolean finalFieldsOnly(String name) {
        Outline outline = read(name);
        return outline != null && outline.finalFieldsOnly;
    }

    private @Nullable Outline read(String name) {
        byte[] bytes = ClassFiles.read(loader, name);
        if (bytes == null) {
            return null;
        }
        Outline outline = new Outline(name);
        new ClassReader(bytes)
                .accept(outline, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return outline;
    }

    /** The instance fields of a class, and the bodies of an enum's constants. */
    private static final class Outline extends ClassVisitor {
        private final String name;
        private final List<Type> types = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();
        private int access;
        private String parent = "";
        private boolean finalFieldsOnly = true;

        Outline(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visit(
                int version,
                int flags,
                String internalName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            access = flags;
            parent = superName == null ? "" : superName;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simpleName, int flags) {
            if ((flags & Opcodes.ACC_ENUM) != 0 && outer == null && inner.startsWith(name + "$")) {
                bodies.add(inner);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String type, @Nullable String signature, @Nullable Object value) {
            if ((flags & Opcodes.ACC_STATIC) == 0) {
                types.add(Type.getType(type));
                finalFieldsOnly &= (flags & Opcodes.ACC_FINAL) != 0;
            }
            return null;
        }
    }
}

package dev.photofinish.weave;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which calls access a field or an element without its instruction, and which look up what such calls go through. */
final class MemberCalls {
    /** What a call is to the weaver. */
    enum Form {
        /** {@code Lookup.find...(Class, String, ...)}. */
        LOOKUP,
        /** {@code Lookup.unreflect...(Field)}. */
        UNREFLECT,
        /** {@code Field.get...} and {@code set...}. */
        FIELD,
        /** {@code Array.get...} and {@code set...}. */
        ARRAY,
        /** An access mode of {@code VarHandle}, on a field. */
        VARIABLE,
        /** An access mode of {@code VarHandle}, on an element. */
        ELEMENT,
        /** {@code MethodHandle.invoke} and {@code invokeExact}. */
        INVOKE
    }

    /** As in {@code photofinish.FieldAccess}. */
    static final int READ = 0;

    static final int WRITE = 1;
    static final int ATOMIC_READ = 2;
    static final int ATOMIC_WRITE = 3;
    static final int ATOMIC_UPDATE = 4;

    private static final Pattern LOOKED_UP = Pattern.compile("find(Static)?(VarHandle|Getter|Setter)");
    private static final Pattern UNREFLECTED = Pattern.compile("unreflect(VarHandle|Getter|Setter)");
    private static final Pattern MODE = Pattern.compile("get|set|(get|set)(Volatile|Opaque|Acquire|Release)"
            + "|getAnd\\w+|compareAnd\\w+|weakCompareAnd\\w+");
    private static final Pattern ACCESSOR = Pattern.compile("(get|set)(Boolean|Byte|Char|Short|Int|Long|Float|Double)?");

    private MemberCalls() {}

    /** What the call is; null for any other. */
    static @Nullable Form of(int opcode, String owner, String name, String descriptor) {
        return switch (owner) {
            case "java/lang/invoke/MethodHandles$Lookup" ->
                LOOKED_UP.matcher(name).matches()
                        ? Form.LOOKUP
                        : UNREFLECTED.matcher(name).matches() ? Form.UNREFLECT : null;
            case "java/lang/invoke/VarHandle" ->
                opcode == Opcodes.INVOKEVIRTUAL && MODE.matcher(name).matches() ? variable(descriptor) : null;
            case "java/lang/invoke/MethodHandle" ->
                name.equals("invoke") || name.equals("invokeExact") ? Form.INVOKE : null;
            case "java/lang/reflect/Field" ->
                ACCESSOR.matcher(name).matches() && descriptor.startsWith("(Ljava/lang/Object;") ? Form.FIELD : null;
            case "java/lang/reflect/Array" -> ACCESSOR.matcher(name).matches() ? Form.ARRAY : null;
            default -> null;
        };
    }

    private static Form variable(String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        boolean element = arguments.length >= 2
                && arguments[0].getSort() == Type.ARRAY
                && arguments[1].getSort() == Type.INT;
        return element ? Form.ELEMENT : Form.VARIABLE;
    }

    /** What the accessor or access mode of that name does. */
    static int kind(String name) {
        if (name.equals("get") || (name.startsWith("get") && ACCESSOR.matcher(name).matches())) {
            return READ;
        }
        if (ACCESSOR.matcher(name).matches()) {
            return WRITE;
        }
        if (name.startsWith("set")) {
            return ATOMIC_WRITE;
        }
        return name.startsWith("get") && !name.startsWith("getAnd") ? ATOMIC_READ : ATOMIC_UPDATE;
    }

    /** How a handle that was looked up by a method of that name accesses its field, as {@code Handles} has it. */
    static int use(String lookup) {
        return lookup.endsWith("VarHandle") ? 0 : lookup.endsWith("Getter") ? 1 : 2;
    }
}

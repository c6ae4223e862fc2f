package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Follows references through one method: see {@link Origin}. */
final class OriginInterpreter extends BasicInterpreter {
    private static final String JACOCO = "$jacoco";

    private final @Nullable ClassLoader loader;
    private final FieldCatalog catalog;
    private final Map<AbstractInsnNode, Origin> made = new HashMap<>();

    OriginInterpreter(@Nullable ClassLoader loader, FieldCatalog catalog) {
        super(Opcodes.ASM9);
        this.loader = loader;
        this.catalog = catalog;
    }

    @Override
    public @Nullable BasicValue newValue(@Nullable Type type) {
        return origin(super.newValue(type));
    }

    private static @Nullable BasicValue origin(@Nullable BasicValue value) {
        return value != null && value.isReference() && !(value instanceof Origin) ? Origin.ANYWHERE : value;
    }

    @Override
    public @Nullable BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
        return switch (instruction.getOpcode()) {
            case Opcodes.ACONST_NULL -> Origin.NULL;
            case Opcodes.NEW -> made(instruction);
            case Opcodes.GETSTATIC -> held((FieldInsnNode) instruction);
            case Opcodes.LDC ->
                ((LdcInsnNode) instruction).cst instanceof ConstantDynamic constant
                                && constant.getName().startsWith(JACOCO)
                        ? Origin.MACHINERY
                        : origin(super.newOperation(instruction));
            default -> origin(super.newOperation(instruction));
        };
    }

    @Override
    public @Nullable BasicValue unaryOperation(AbstractInsnNode instruction, BasicValue value)
            throws AnalyzerException {
        return switch (instruction.getOpcode()) {
            case Opcodes.GETFIELD -> held((FieldInsnNode) instruction);
            case Opcodes.CHECKCAST -> value;
            case Opcodes.NEWARRAY, Opcodes.ANEWARRAY -> made(instruction);
            case Opcodes.PUTSTATIC, Opcodes.ARETURN, Opcodes.ATHROW -> {
                escape(value);
                yield null;
            }
            default -> origin(super.unaryOperation(instruction, value));
        };
    }

    @Override
    public @Nullable BasicValue binaryOperation(AbstractInsnNode instruction, BasicValue first, BasicValue second)
            throws AnalyzerException {
        if (instruction.getOpcode() == Opcodes.AALOAD) {
            return first instanceof Origin array ? array.element() : Origin.ANYWHERE;
        }
        if (instruction.getOpcode() == Opcodes.PUTFIELD) {
            escape(second);
        }
        return origin(super.binaryOperation(instruction, first, second));
    }

    @Override
    public @Nullable BasicValue ternaryOperation(
            AbstractInsnNode instruction, BasicValue array, BasicValue index, BasicValue value)
            throws AnalyzerException {
        escape(value);
        return origin(super.ternaryOperation(instruction, array, index, value));
    }

    @Override
    public @Nullable BasicValue naryOperation(AbstractInsnNode instruction, List<? extends BasicValue> values)
            throws AnalyzerException {
        if (instruction.getOpcode() == Opcodes.MULTIANEWARRAY) {
            return made(instruction);
        }
        int kept = 0;
        if (instruction instanceof MethodInsnNode call) {
            if (call.name.startsWith(JACOCO)) {
                return Origin.MACHINERY;
            }
            boolean ofJdk = call.getOpcode() != Opcodes.INVOKESTATIC && call.owner.startsWith("java/");
            kept = ofJdk ? 1 : 0;
        }
        for (BasicValue argument : values.subList(kept, values.size())) {
            escape(argument);
        }
        BasicValue result = super.naryOperation(instruction, values);
        // A view is accessed as what it is a view of; a builder answers itself.
        boolean same = kept == 1
                && instruction instanceof MethodInsnNode call
                && (ObjectCalls.makesView(call.getOpcode(), call.owner, call.name, call.desc)
                        || (call.owner.equals("java/lang/StringBuilder")
                                && call.desc.endsWith(")Ljava/lang/StringBuilder;")));
        return same ? values.get(0) : origin(result);
    }

    @Override
    public BasicValue merge(BasicValue one, BasicValue other) {
        if (one.equals(other) || (Origin.NULL.equals(other) && one instanceof Origin)) {
            return one;
        }
        if (Origin.NULL.equals(one) && other instanceof Origin) {
            return other;
        }
        escape(one);
        escape(other);
        return one instanceof Origin && other instanceof Origin ? Origin.ANYWHERE : BasicValue.UNINITIALIZED_VALUE;
    }

    private static void escape(BasicValue value) {
        if (value instanceof Origin origin) {
            origin.escape();
        }
    }

    private Origin made(AbstractInsnNode instruction) {
        return made.computeIfAbsent(instruction, key -> new Origin(new Origin.From.Made()));
    }

    private @Nullable BasicValue held(FieldInsnNode instruction) {
        BasicValue value = newValue(Type.getType(instruction.desc));
        return value instanceof Origin
                ? Origin.held(catalog.resolveOrAssume(loader, instruction.owner, instruction.name, instruction.desc))
                : value;
    }
}

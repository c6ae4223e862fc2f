package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves the accesses of a method to array elements and to objects of the JDK. The first of the weavers: it counts the
 * method's own instructions.
 */
final class ContentsWeaver extends LinedWeaver {
    private static final String OBJECT_SITE = "(Ljava/lang/Object;I)V";

    private final ContentsPlan plan;
    private final boolean inside;
    private int instruction;
    private int spilled;
    private boolean locked;

    /**
     * @param inside in a wrapper of the JDK: every call that may concern an object without a lock of its own. An access is
     *     one only under the wrapper's monitor; where the wrapper leaves the lock to its caller, as in {@code iterator}, that
     *     may be code of the JDK whose monitors are not seen
     */
    ContentsWeaver(MethodVisitor next, MethodContext context, boolean inside) {
        super(next, context);
        this.plan = context.needs().plan;
        this.inside = inside;
    }

    @Override
    public void visitInsn(int opcode) {
        if (ContentsPlan.isElementAccess(opcode)) {
            FieldInfo contents = operand(plan.operands(instruction++), 0);
            if (contents != null) {
                element(opcode, contents);
            }
        }
        locked |= opcode == Opcodes.MONITORENTER;
        super.visitInsn(opcode);
    }

    private static @Nullable FieldInfo operand(@Nullable FieldInfo[] operands, int index) {
        return index >= 0 && index < operands.length ? operands[index] : null;
    }

    private void element(int opcode, FieldInfo contents) {
        boolean load = ContentsPlan.isElementLoad(opcode);
        if (load) {
            mv.visitInsn(Opcodes.DUP2);
        } else if (opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE) {
            mv.visitInsn(Opcodes.DUP2_X2);
            mv.visitInsn(Opcodes.POP2);
            mv.visitInsn(Opcodes.DUP2_X2);
        } else {
            mv.visitInsn(Opcodes.DUP_X2);
            mv.visitInsn(Opcodes.POP);
            mv.visitInsn(Opcodes.DUP2_X1);
        }
        Probes.push(mv, elementSite(contents, !load));
        Probes.call(mv, Probes.ARRAY, load ? "read" : "write", "(Ljava/lang/Object;II)V");
    }

    private int elementSite(FieldInfo contents, boolean write) {
        String kind = write ? "write element" : "read element";
        return contents.isUnheld()
                ? context.site(line, "", 0, kind)
                : context.site(line, contents.qualifiedName() + "[]", contents.id(), kind + " of field");
    }

    private int contentsSite(FieldInfo contents, boolean write) {
        String kind = write ? "write contents" : "read contents";
        return contents.isUnheld()
                ? context.site(line, "", 0, kind)
                : context.site(line, contents.qualifiedName(), contents.id(), kind + " of field");
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        @Nullable FieldInfo[] operands = plan.operands(instruction++);
        List<BulkCalls.Range> ranges = inside ? List.of() : BulkCalls.of(opcode, owner, name, descriptor);
        if (!ranges.isEmpty()) {
            bulk(opcode, descriptor, ranges, operands);
        }
        Type[] arguments = Type.getArgumentTypes(descriptor);
        FieldInfo last = inside ? null : operand(operands, arguments.length - (opcode == Opcodes.INVOKESTATIC ? 1 : 0));
        ObjectCalls.Effect onLast = ObjectCalls.onLastArgument(owner, name, descriptor);
        if (onLast != null && last != null) {
            mv.visitInsn(Opcodes.DUP);
            access(last, onLast == ObjectCalls.Effect.WRITE);
        }
        FieldInfo receiver = inside ? FieldInfo.UNHELD : operand(operands, 0);
        ObjectCalls.Effect effect = receiver == null ? null : ObjectCalls.onReceiver(opcode, owner, name);
        if (effect == null || receiver == null) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        boolean view = ObjectCalls.makesView(opcode, owner, name, descriptor);
        boolean access = effect != ObjectCalls.Effect.VIEW && (locked || !inside);
        if (!access && !view) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        int[] slots = underArguments(arguments, view);
        if (access) {
            if (view) {
                mv.visitInsn(Opcodes.DUP);
            }
            access(receiver, effect == ObjectCalls.Effect.WRITE);
        }
        if (slots.length > 0) {
            load(arguments, slots);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (view) {
            mv.visitInsn(Opcodes.DUP_X1);
            mv.visitInsn(Opcodes.SWAP);
            Probes.call(mv, Probes.OBJECT, "viewed", "(Ljava/lang/Object;Ljava/lang/Object;)V");
        }
    }

    /**
     * Puts a copy of the receiver on top, with the arguments still below it where they are small, otherwise in local variables,
     * which it answers. For a view two copies: one is for after the call.
     */
    private int[] underArguments(Type[] arguments, boolean view) {
        int words = 0;
        for (Type argument : arguments) {
            words += argument.getSize();
        }
        if (words == 0) {
            mv.visitInsn(Opcodes.DUP);
            return new int[0];
        }
        if (!view && words <= 2) {
            Probes.copyFromUnder(mv, words);
            return new int[0];
        }
        int[] slots = spill(arguments);
        mv.visitInsn(Opcodes.DUP);
        return slots;
    }

    /** Takes what is on top of the stack. */
    private void access(FieldInfo contents, boolean write) {
        Probes.push(mv, contentsSite(contents, write));
        String method = write ? "write" : "read";
        Probes.call(mv, Probes.OBJECT, inside ? method + "Inside" : method, OBJECT_SITE);
    }

    private void bulk(int opcode, String descriptor, List<BulkCalls.Range> ranges, @Nullable FieldInfo[] operands) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        int receiver = opcode == Opcodes.INVOKESTATIC ? 0 : 1;
        if (receiver == 1 && arguments.length == 0) {
            FieldInfo array = operand(operands, 0);
            if (array != null) {
                mv.visitInsn(Opcodes.DUP);
                mv.visitInsn(Opcodes.ICONST_0);
                Probes.push(mv, Integer.MAX_VALUE);
                range(array, ranges.get(0));
            }
            return;
        }
        if (ranges.stream().allMatch(range -> operand(operands, range.array()) == null)) {
            return;
        }
        int[] slots = spill(arguments);
        for (BulkCalls.Range range : ranges) {
            FieldInfo array = operand(operands, range.array());
            if (array != null) {
                mv.visitVarInsn(Opcodes.ALOAD, slots[range.array() - receiver]);
                index(range.from(), 0, slots, receiver);
                index(range.to(), Integer.MAX_VALUE, slots, receiver);
                range(array, range);
            }
        }
        load(arguments, slots);
    }

    private void index(int operand, int whole, int[] slots, int receiver) {
        if (operand == BulkCalls.WHOLE) {
            Probes.push(mv, whole);
        } else {
            mv.visitVarInsn(Opcodes.ILOAD, slots[operand - receiver]);
        }
    }

    private void range(FieldInfo array, BulkCalls.Range range) {
        Probes.push(mv, elementSite(array, range.write()));
        String method = (range.write() ? "write" : "read") + (range.span() ? "Span" : "Range");
        Probes.call(mv, Probes.ARRAY, method, "(Ljava/lang/Object;III)V");
    }

    private int[] spill(Type[] arguments) {
        int[] slots = new int[arguments.length];
        int slot = context.needs().maxLocals + 1;
        for (int i = 0; i < arguments.length; i++) {
            slots[i] = slot;
            slot += arguments[i].getSize();
        }
        spilled = Math.max(spilled, slot - context.needs().maxLocals);
        for (int i = arguments.length - 1; i >= 0; i--) {
            mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]);
        }
        return slots;
    }

    private void load(Type[] arguments, int[] slots) {
        for (int i = 0; i < arguments.length; i++) {
            mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals + spilled + 1);
    }
}

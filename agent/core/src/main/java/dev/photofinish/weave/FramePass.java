package dev.photofinish.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.objectweb.asm.tree.analysis.Frame;

/** One pass over a method: executes each instruction on the kinds of values, and holds the result against the frames. */
final class FramePass {
    private final BasicVerifier verifier = new BasicVerifier();
    private final MethodNode method;
    private final Frame<BasicValue> current;
    private boolean reached = true;

    FramePass(String owner, MethodNode method) {
        this.method = method;
        this.current = new Frame<>(method.maxLocals, method.maxStack);
        current.setReturn(verifier.newReturnTypeValue(Type.getReturnType(method.desc)));
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            current.setLocal(slot++, verifier.newValue(Type.getObjectType(owner)));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            slot = put(slot, verifier.newValue(argument));
        }
        clear(slot);
    }

    private int put(int slot, BasicValue value) {
        current.setLocal(slot, value);
        if (value.getSize() == 2) {
            current.setLocal(slot + 1, BasicValue.UNINITIALIZED_VALUE);
        }
        return slot + value.getSize();
    }

    private void clear(int from) {
        for (int slot = from; slot < method.maxLocals; slot++) {
            current.setLocal(slot, BasicValue.UNINITIALIZED_VALUE);
        }
    }

    void run() throws AnalyzerException {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof FrameNode frame) {
                if (reached) {
                    check(node, frame);
                }
                take(frame);
            } else if (reached && node.getOpcode() >= 0) {
                current.execute(node, verifier);
                if (node instanceof JumpInsnNode jump) {
                    FrameNode target = frameAt(jump.label);
                    if (target != null && target.stack.size() != current.getStackSize()) {
                        throw new AnalyzerException(node, "jumps with " + current.getStackSize() + " on the stack");
                    }
                }
                reached = !endsPath(node.getOpcode());
            }
        }
        if (reached) {
            throw new AnalyzerException(method.instructions.getLast(), "runs over its end");
        }
    }

    private static boolean endsPath(int opcode) {
        return opcode == Opcodes.GOTO
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH
                || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    }

    private static @Nullable FrameNode frameAt(AbstractInsnNode label) {
        @Nullable AbstractInsnNode node = label;
        while (node != null && node.getOpcode() < 0) {
            if (node instanceof FrameNode frame) {
                return frame;
            }
            node = node.getNext();
        }
        return null;
    }

    /** What control brings here by falling through must be what the frame says. */
    private void check(AbstractInsnNode node, FrameNode frame) throws AnalyzerException {
        boolean same = frame.stack.size() == current.getStackSize();
        for (int i = 0; same && i < frame.stack.size(); i++) {
            same = value(frame.stack.get(i)).equals(kind(current.getStack(i)));
        }
        int slot = 0;
        List<Object> locals = frame.local;
        for (int i = 0; same && i < locals.size(); i++) {
            BasicValue declared = value(locals.get(i));
            same = declared.equals(BasicValue.UNINITIALIZED_VALUE) || declared.equals(kind(current.getLocal(slot)));
            slot += declared.getSize();
        }
        if (!same) {
            throw new AnalyzerException(node, "falls through to another frame than it has");
        }
    }

    private void take(FrameNode frame) {
        int slot = 0;
        for (Object local : frame.local) {
            slot = put(slot, value(local));
        }
        clear(slot);
        current.clearStack();
        for (Object onStack : frame.stack) {
            current.push(value(onStack));
        }
        reached = true;
    }

    private static BasicValue kind(BasicValue value) {
        return value.isReference() ? BasicValue.REFERENCE_VALUE : value;
    }

    private static BasicValue value(Object verificationType) {
        if (!(verificationType instanceof Integer code)) {
            return BasicValue.REFERENCE_VALUE;
        }
        // In the order of the codes of Opcodes: top, int, float, double, long, null, uninitializedThis.
        return switch (code) {
            case 0 -> BasicValue.UNINITIALIZED_VALUE;
            case 1 -> BasicValue.INT_VALUE;
            case 2 -> BasicValue.FLOAT_VALUE;
            case 3 -> BasicValue.DOUBLE_VALUE;
            case 4 -> BasicValue.LONG_VALUE;
            default -> BasicValue.REFERENCE_VALUE;
        };
    }
}

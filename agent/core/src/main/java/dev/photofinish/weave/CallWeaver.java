package dev.photofinish.weave;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves calls that must be woven where they are made: variable handles, Unsafe, fences, isAlive, lock call sites. */
final class CallWeaver extends LinedWeaver {
    private static final String HANDLE_PROBE = "(Ljava/lang/Object;Ljava/lang/Object;I)V";

    /** The field whose value is on top of the stack, if the last instruction loaded it. */
    private String loaded = "";

    private int spilled;

    CallWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        visitCall(opcode, owner, name, descriptor, isInterface);
        loaded = "";
    }

    private void visitCall(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (Calls.isHandle(opcode, owner, name)) {
            if (Calls.isFence(name)) {
                fence(opcode, owner, name, descriptor);
            } else {
                handle(opcode, owner, name, descriptor);
            }
        } else if (Calls.isAlive(opcode, name, descriptor)) {
            mv.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            mv.visitInsn(Opcodes.DUP_X1);
            Probes.push(mv, context.site(line, "", 0, "isAlive"));
            Probes.call(mv, Probes.SYNC, "asked", "(Ljava/lang/Object;ZI)V");
        } else if (Calls.isReachabilityFence(owner, name)) {
            Probes.push(mv, context.site(line, "", 0, name));
            Probes.call(mv, Probes.HANDLE, "reachabilityFence", "(I)V");
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        } else {
            if (Calls.isLock(owner, name)) {
                String lock = descriptor.startsWith("()") ? loaded : "";
                Probes.push(mv, context.site(line, lock, 0, simpleName(owner) + "." + name));
                Probes.call(mv, Probes.SYNC, "callSite", "(I)V");
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        loaded = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC
                ? context.field(owner, name, descriptor).qualifiedName()
                : "";
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        super.visitVarInsn(opcode, variable);
        loaded = "";
    }

    @Override
    public void visitInsn(int opcode) {
        super.visitInsn(opcode);
        loaded = "";
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        loaded = "";
    }

    private void fence(int opcode, String owner, String name, String descriptor) {
        int site = context.site(line, "", 0, name);
        if (Calls.releases(name)) {
            Probes.push(mv, site);
            Probes.call(mv, Probes.HANDLE, "fenceBefore", "(I)V");
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, false);
        if (Calls.acquires(name)) {
            Probes.push(mv, site);
            Probes.call(mv, Probes.HANDLE, "fenceAfter", "(I)V");
        }
    }

    /** Spills the arguments to fresh local variables, to get at the handle and at the object it is applied to. */
    private void handle(int opcode, String owner, String name, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        int site = context.site(line, "", 0, simpleName(owner) + "." + name);
        int base = context.needs().maxLocals + 1;
        int[] slots = new int[arguments.length];
        int slot = base + 1;
        for (int i = 0; i < arguments.length; i++) {
            slots[i] = slot;
            slot += arguments[i].getSize();
        }
        spilled = Math.max(spilled, slot - context.needs().maxLocals);
        for (int i = arguments.length - 1; i >= 0; i--) {
            mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), slots[i]);
        }
        mv.visitVarInsn(Opcodes.ASTORE, base);
        boolean hasOwner = arguments.length > 0 && arguments[0].getSort() >= Type.ARRAY;
        if (Calls.releases(name)) {
            probe("before", base, hasOwner, slots, site);
        }
        mv.visitVarInsn(Opcodes.ALOAD, base);
        for (int i = 0; i < arguments.length; i++) {
            mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, false);
        if (Calls.acquires(name)) {
            probe("after", base, hasOwner, slots, site);
        }
    }

    private void probe(String method, int base, boolean hasOwner, int[] slots, int site) {
        mv.visitVarInsn(Opcodes.ALOAD, base);
        if (hasOwner) {
            mv.visitVarInsn(Opcodes.ALOAD, slots[0]);
        } else {
            mv.visitInsn(Opcodes.ACONST_NULL);
        }
        Probes.push(mv, site);
        Probes.call(mv, Probes.HANDLE, method, HANDLE_PROBE);
    }

    private static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals + spilled + 1);
    }
}

package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves accesses by reflection and by handle. It stands before the weaver of the handles' edges: a write is recorded before
 * it is published, a read after what it has seen.
 */
final class MemberWeaver extends LinedWeaver {
    private int spilled;

    MemberWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        MemberCalls.Form form = MemberCalls.of(opcode, owner, name, descriptor);
        if (form == null || !isWatched(form)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        Type[] arguments = Type.getArgumentTypes(descriptor);
        int receiver = firstSlot(arguments);
        int[] slots = spill(arguments, receiver + 1);
        if (opcode != Opcodes.INVOKESTATIC) {
            mv.visitVarInsn(Opcodes.ASTORE, receiver);
        }
        int site = context.site(line, "", 0, words(form, name));
        before(form, name, arguments, receiver, slots, site);
        if (opcode != Opcodes.INVOKESTATIC) {
            mv.visitVarInsn(Opcodes.ALOAD, receiver);
        }
        for (int i = 0; i < arguments.length; i++) {
            mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), slots[i]);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        after(form, name, arguments, receiver, slots, site);
    }

    /** Elements have no field here: they are watched where all are. */
    private boolean isWatched(MemberCalls.Form form) {
        boolean element = form == MemberCalls.Form.ELEMENT || form == MemberCalls.Form.ARRAY;
        return !element || context.armed().test(FieldInfo.UNHELD);
    }

    private static String words(MemberCalls.Form form, String name) {
        return switch (form) {
            case LOOKUP, UNREFLECT, INVOKE -> "method handle";
            case FIELD, ARRAY -> "reflection " + name;
            case VARIABLE, ELEMENT -> "VarHandle." + name;
        };
    }

    private void before(MemberCalls.Form form, String name, Type[] arguments, int receiver, int[] slots, int site) {
        int kind = MemberCalls.kind(name);
        switch (form) {
            case FIELD -> member("before", receiver, arguments, slots, site, kind);
            case VARIABLE -> {
                if (kind != MemberCalls.ATOMIC_READ) {
                    member("before", receiver, arguments, slots, site, kind);
                }
            }
            case INVOKE -> {
                mv.visitVarInsn(Opcodes.ALOAD, receiver);
                owner(arguments, slots);
                Probes.push(mv, site);
                Probes.call(mv, Probes.MEMBER, "invoked", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
            }
            // An atomic access to an element is left out: only plain ones are compared there.
            case ARRAY, ELEMENT -> {
                if (kind == MemberCalls.READ || kind == MemberCalls.WRITE) {
                    mv.visitVarInsn(Opcodes.ALOAD, slots[0]);
                    mv.visitVarInsn(Opcodes.ILOAD, slots[1]);
                    Probes.push(mv, site);
                    Probes.push(mv, kind);
                    Probes.call(mv, Probes.MEMBER, "element", "(Ljava/lang/Object;III)V");
                }
            }
            case LOOKUP, UNREFLECT -> {}
        }
    }

    private void after(MemberCalls.Form form, String name, Type[] arguments, int receiver, int[] slots, int site) {
        switch (form) {
            case VARIABLE -> {
                int kind = MemberCalls.kind(name);
                if (kind == MemberCalls.ATOMIC_READ || kind == MemberCalls.ATOMIC_UPDATE) {
                    member("after", receiver, arguments, slots, site, kind);
                }
            }
            case LOOKUP -> {
                mv.visitInsn(Opcodes.DUP);
                mv.visitVarInsn(Opcodes.ALOAD, slots[0]);
                mv.visitVarInsn(Opcodes.ALOAD, slots[1]);
                Probes.push(mv, name.startsWith("findStatic") ? 1 : 0);
                Probes.push(mv, MemberCalls.use(name));
                Probes.call(mv, Probes.MEMBER, "learned", "(Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;ZI)V");
            }
            case UNREFLECT -> {
                mv.visitInsn(Opcodes.DUP);
                mv.visitVarInsn(Opcodes.ALOAD, slots[0]);
                Probes.push(mv, MemberCalls.use(name));
                Probes.call(mv, Probes.MEMBER, "learned", "(Ljava/lang/Object;Ljava/lang/reflect/Field;I)V");
            }
            case FIELD, ARRAY, ELEMENT, INVOKE -> {}
        }
    }

    private void member(String probe, int receiver, Type[] arguments, int[] slots, int site, int kind) {
        mv.visitVarInsn(Opcodes.ALOAD, receiver);
        owner(arguments, slots);
        Probes.push(mv, site);
        Probes.push(mv, kind);
        Probes.call(mv, Probes.MEMBER, probe, "(Ljava/lang/Object;Ljava/lang/Object;II)V");
    }

    /** The object whose field it is, if any: the first argument. */
    private void owner(Type[] arguments, int[] slots) {
        if (arguments.length > 0 && arguments[0].getSort() >= Type.ARRAY) {
            mv.visitVarInsn(Opcodes.ALOAD, slots[0]);
        } else {
            mv.visitInsn(Opcodes.ACONST_NULL);
        }
    }

    /** Behind what the weaver of handles needs for the same call: these values live across it. */
    private int firstSlot(Type[] arguments) {
        int words = 0;
        for (Type argument : arguments) {
            words += argument.getSize();
        }
        return context.needs().maxLocals + words + 3;
    }

    private int[] spill(Type[] arguments, int first) {
        int[] slots = new int[arguments.length];
        int slot = first;
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

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals + spilled + 1);
    }
}

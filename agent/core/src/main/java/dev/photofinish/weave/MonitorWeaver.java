package dev.photofinish.weave;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves monitors: blocks, synchronized methods with every exit, and calls of {@code Object.wait}. */
final class MonitorWeaver extends LinedWeaver {
    private static final String OBJECT_SITE = "(Ljava/lang/Object;I)V";

    private final boolean synchronizedMethod;
    private final Label bodyStart = new Label();

    /** Ranges of our own, by the number of the compiler's that they precede. */
    private final Map<Integer, Gap> gaps = new HashMap<>();

    /** Of the handlers that let go of a monitor, by the number of their {@code monitorexit}. */
    private final Map<Integer, Unlocking> unlockings = new HashMap<>();

    /** The handler whose {@code athrow} comes next. */
    private @Nullable Unlocking unlocking;

    private final Locals locals = new Locals();
    private int ranges;
    private int enters;
    private int exits;

    /** The field that was loaded last, while nothing else happened to its value than being copied and stored. */
    private String loaded = "";

    MonitorWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
        this.synchronizedMethod = (context.access() & Opcodes.ACC_SYNCHRONIZED) != 0;
    }

    /** Between a {@code monitorenter} and the beginning of the compiler's range. */
    private static final class Gap {
        final Label start = new Label();
        final Label end = new Label();
    }

    /** A handler of our own for the probe in the compiler's. */
    private static final class Unlocking {
        final int slot;
        final Label start = new Label();
        final Label end = new Label();
        final Label handler = new Label();
        Object @Nullable [] frame;

        Unlocking(int slot) {
            this.slot = slot;
        }
    }

    /*
     * The probe after monitorenter stands before the range in which the compiler lets go of the monitor. HotSpot's compilers
     * refuse a method in which a call may throw while a monitor is held that no handler lets go of. So the probe has a range
     * of its own, with the same handler, just before the compiler's in the table: the ranges around a block come later.
     *
     * That handler covers its own monitorexit, and C1 refuses a method in which a handler's call may throw to that same
     * handler. So the probe there is left out of the compiler's range, and has a handler that only lets go and throws on. It
     * stands behind the athrow of the compiler's, where all ranges around the block cover it.
     */
    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        MonitorPlan plan = context.needs().monitors;
        if (plan.ranges.containsValue(ranges)) {
            Gap gap = new Gap();
            gaps.put(ranges, gap);
            super.visitTryCatchBlock(gap.start, gap.end, handler, null);
        }
        MonitorPlan.Unlock unlock = plan.unlocks.get(ranges);
        ranges++;
        if (unlock == null) {
            super.visitTryCatchBlock(start, end, handler, type);
            return;
        }
        Unlocking own = new Unlocking(unlock.slot());
        unlockings.put(unlock.exit(), own);
        super.visitTryCatchBlock(own.start, own.end, own.handler, null);
        super.visitTryCatchBlock(start, own.start, handler, type);
        super.visitTryCatchBlock(own.end, end, handler, type);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (synchronizedMethod) {
            pushMonitor();
            Probes.push(mv, context.site(line, "", 0, "synchronized method"));
            Probes.call(mv, Probes.MONITOR, "afterEnter", OBJECT_SITE);
            mv.visitLabel(bodyStart);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        switch (opcode) {
            case Opcodes.MONITORENTER -> {
                enter();
                loaded = "";
            }
            case Opcodes.MONITOREXIT -> {
                exit();
                super.visitInsn(opcode);
            }
            case Opcodes.ATHROW -> {
                super.visitInsn(opcode);
                if (unlocking != null) {
                    unlock(unlocking);
                }
            }
            case Opcodes.IRETURN,
                    Opcodes.LRETURN,
                    Opcodes.FRETURN,
                    Opcodes.DRETURN,
                    Opcodes.ARETURN,
                    Opcodes.RETURN -> {
                if (synchronizedMethod) {
                    exitMethod();
                }
                super.visitInsn(opcode);
            }
            case Opcodes.DUP -> super.visitInsn(opcode);
            default -> {
                loaded = "";
                super.visitInsn(opcode);
            }
        }
    }

    private void enter() {
        mv.visitInsn(Opcodes.DUP);
        Probes.call(mv, Probes.MONITOR, "beforeEnter", "(Ljava/lang/Object;)V");
        mv.visitInsn(Opcodes.DUP);
        super.visitInsn(Opcodes.MONITORENTER);
        Integer range = context.needs().monitors.ranges.get(enters);
        Gap gap = range == null ? null : gaps.get(range);
        enters++;
        if (gap != null) {
            mv.visitLabel(gap.start);
        }
        Probes.push(mv, context.site(line, loaded, 0, "monitor enter"));
        Probes.call(mv, Probes.MONITOR, "afterEnter", OBJECT_SITE);
        if (gap != null) {
            mv.visitLabel(gap.end);
        }
    }

    private void exit() {
        unlocking = unlockings.get(exits++);
        mv.visitInsn(Opcodes.DUP);
        Probes.push(mv, context.site(line, "", 0, "monitor exit"));
        if (unlocking != null) {
            unlocking.frame = locals.frame();
            mv.visitLabel(unlocking.start);
        }
        Probes.call(mv, Probes.MONITOR, "beforeExit", OBJECT_SITE);
        if (unlocking != null) {
            mv.visitLabel(unlocking.end);
        }
    }

    private void unlock(Unlocking own) {
        mv.visitLabel(own.handler);
        if (own.frame != null) {
            mv.visitFrame(Opcodes.F_NEW, own.frame.length, own.frame, 1, new Object[] {"java/lang/Throwable"});
        }
        mv.visitVarInsn(Opcodes.ALOAD, own.slot);
        mv.visitInsn(Opcodes.MONITOREXIT);
        mv.visitInsn(Opcodes.ATHROW);
        unlocking = null;
    }

    @Override
    public void visitFrame(int type, int numLocal, Object @Nullable [] local, int numStack, Object @Nullable [] stack) {
        if (!unlockings.isEmpty()) {
            locals.take(numLocal, local);
        }
        super.visitFrame(type, numLocal, local, numStack, stack);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (Calls.isWait(opcode, name, descriptor)) {
            Probes.push(mv, context.site(line, "", 0, "wait"));
            Probes.call(
                    mv,
                    Probes.MONITOR,
                    "await",
                    "(Ljava/lang/Object;" + descriptor.substring(1).replace(")", "I)"));
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
        loaded = "";
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
        if (opcode == Opcodes.ASTORE) {
            locals.forget(variable);
        }
        super.visitVarInsn(opcode, variable);
        loaded = opcode == Opcodes.ASTORE ? loaded : "";
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        loaded = "";
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        loaded = "";
    }

    @Override
    public void visitLdcInsn(Object value) {
        super.visitLdcInsn(value);
        loaded = "";
    }

    private void exitMethod() {
        pushMonitor();
        Probes.push(mv, context.site(line, "", 0, "synchronized method exit"));
        Probes.call(mv, Probes.MONITOR, "beforeExit", OBJECT_SITE);
    }

    private void pushMonitor() {
        if ((context.access() & Opcodes.ACC_STATIC) == 0) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        } else {
            OwnClass.push(mv, context);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (synchronizedMethod) {
            Handlers.any(mv, context, bodyStart);
            exitMethod();
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(Math.max(maxStack, 1) + Probes.EXTRA_STACK, maxLocals + 1);
    }
}

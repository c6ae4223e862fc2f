package dev.photofinish.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the exception ranges by which compilers let go of a monitor. Those for any exception that begin right after a {@code
 * monitorenter}, the outermost where several begin there; and those that cover the {@code monitorexit} in their own handler,
 * which is {@code (astore) aload monitorexit (aload) athrow}.
 */
final class MonitorRanges extends Peephole {
    private static final int NONE = -1;

    private final MonitorPlan found;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Label, Integer> forAny = new HashMap<>();
    private final Set<Label> handlers = new HashSet<>();
    private final Map<Label, Integer> positions = new HashMap<>();
    private final List<Exit> handlerExits = new ArrayList<>();

    /** Counts what is to be told apart by its order: labels, and each {@code monitorexit}. */
    private int position;

    private int enters;
    private int exits;
    private boolean entered;

    /** Where the handler begins whose instructions are being read, while they are of the kind above. */
    private @Nullable Label handler;

    /** The variable that was loaded by the last instruction, or of the monitor that was let go of. */
    private int slot = NONE;

    private int exitPosition = NONE;

    MonitorRanges(MethodVisitor next, MonitorPlan found) {
        super(next);
        this.found = found;
    }

    private record Range(
            Label start, Label end, Label handler, @Nullable String type) {}

    private record Exit(MonitorPlan.Unlock unlock, Label handler, int position, int end) {}

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type == null) {
            forAny.put(start, ranges.size());
            handlers.add(handler);
        }
        ranges.add(new Range(start, end, handler, type));
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        if (!handlers.isEmpty()) {
            positions.put(label, position++);
        }
        Integer range = forAny.get(label);
        if (entered && range != null) {
            found.ranges.put(enters - 1, range);
            entered = false;
        }
        if (handlers.contains(label)) {
            forget();
            handler = label;
        }
        mv.visitLabel(label);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            forget();
            enters++;
            entered = true;
        } else if (opcode == Opcodes.MONITOREXIT) {
            entered = false;
            exits++;
            if (slot == NONE || exitPosition != NONE) {
                forget();
            }
            exitPosition = position++;
        } else if (opcode == Opcodes.ATHROW && handler != null && exitPosition != NONE) {
            handlerExits.add(new Exit(new MonitorPlan.Unlock(exits - 1, slot), handler, exitPosition, position));
            forget();
        } else if (opcode != Opcodes.NOP) {
            forget();
        }
        mv.visitInsn(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        entered = false;
        if (opcode == Opcodes.ALOAD) {
            slot = exitPosition == NONE ? variable : slot;
        } else if (opcode != Opcodes.ASTORE || slot != NONE) {
            forget();
        }
        mv.visitVarInsn(opcode, variable);
    }

    /** An instruction that is neither at the beginning of a range nor in a handler of the kind above. */
    @Override
    void forget() {
        entered = false;
        handler = null;
        slot = NONE;
        exitPosition = NONE;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        for (Exit exit : handlerExits) {
            for (int i = 0; i < ranges.size(); i++) {
                Range range = ranges.get(i);
                int end = positions.getOrDefault(range.end, Integer.MAX_VALUE);
                if (range.handler == exit.handler
                        && range.type == null
                        && positions.getOrDefault(range.start, Integer.MAX_VALUE) < exit.position
                        && exit.position < end
                        && end < exit.end) {
                    found.unlocks.put(i, exit.unlock);
                }
            }
        }
        super.visitMaxs(maxStack, maxLocals);
    }
}

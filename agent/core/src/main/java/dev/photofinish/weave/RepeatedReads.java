package dev.photofinish.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the reads of final fields that tell nothing new: of the object in a local variable, such a field has been read before on
 * every way there. Who has learned once what the constructor did knows it for the rest of the method.
 *
 * <p>The forward analysis of available expressions over basic blocks (Aho, Lam, Sethi, Ullman: Compilers, section 9.2.6), with
 * nothing known at the entry and at handlers; of the first 64 variables.
 */
final class RepeatedReads extends Peephole {
    private static final int NONE = -1;
    private static final long EVERYTHING = -1L;

    private final MethodNeeds found;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Label, Block> starts = new HashMap<>();
    private final List<Label> handlers = new ArrayList<>();
    private final List<Read> undecided = new ArrayList<>();
    private Block block = new Block();

    /** The variable that the last instruction has loaded. */
    private int loaded = NONE;

    private int fieldInstructions;

    /** It returns to more places than one: not followed. */
    private boolean subroutines;

    /** @param found whose followed reads {@code next} notes as it meets them */
    RepeatedReads(MethodVisitor next, MethodNeeds found) {
        super(next);
        this.found = found;
        block.before = 0;
        blocks.add(block);
    }

    @Override
    void forget() {
        loaded = NONE;
    }

    private static final class Block {
        private final List<Label> jumps = new ArrayList<>(2);
        private @Nullable Block following;
        private long before = EVERYTHING;
        private long overwritten;
        private long read;

        private long after() {
            return (before & ~overwritten) | read;
        }
    }

    private record Read(int fieldInstruction, long variable, Block block) {}

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        handlers.add(handler);
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        loaded = NONE;
        Block next = new Block();
        block.following = next;
        begin(next);
        starts.put(label, next);
        mv.visitLabel(label);
    }

    /** What is behind a jump that is always taken begins with a label, or is never reached. */
    private void begin(Block next) {
        block = next;
        blocks.add(next);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        loaded = NONE;
        block.jumps.add(label);
        subroutines |= opcode == Opcodes.JSR;
        Block next = new Block();
        if (opcode != Opcodes.GOTO) {
            block.following = next;
        }
        begin(next);
        mv.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        choice(otherwise, labels);
        mv.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        choice(otherwise, labels);
        mv.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    private void choice(Label otherwise, Label... labels) {
        loaded = NONE;
        block.jumps.add(otherwise);
        block.jumps.addAll(List.of(labels));
        begin(new Block());
    }

    @Override
    public void visitInsn(int opcode) {
        loaded = NONE;
        if (opcode == Opcodes.ATHROW || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
            begin(new Block());
        }
        mv.visitInsn(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        loaded = opcode == Opcodes.ALOAD ? slot : NONE;
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            boolean wide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
            long variables = variable(slot) | (wide ? variable(slot + 1) : 0);
            block.overwritten |= variables;
            block.read &= ~variables;
        }
        mv.visitVarInsn(opcode, slot);
    }

    private static long variable(int slot) {
        return slot < Long.SIZE ? 1L << slot : 0;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        int number = fieldInstructions++;
        long variable = loaded == NONE ? 0 : variable(loaded);
        loaded = NONE;
        mv.visitFieldInsn(opcode, owner, name, descriptor);
        if (variable == 0 || !found.followedReads.get(number)) {
            return;
        }
        if ((block.read & variable) != 0) {
            found.repeatedReads.set(number);
        } else if ((block.overwritten & variable) == 0) {
            undecided.add(new Read(number, variable, block));
        }
        block.read |= variable;
    }

    @Override
    public void visitEnd() {
        if (subroutines) {
            found.repeatedReads.clear();
        } else if (undecided.size() > 1) {
            decide();
        }
        super.visitEnd();
    }

    private void decide() {
        for (Label handler : handlers) {
            Block start = starts.get(handler);
            if (start != null) {
                start.before = 0;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block from : blocks) {
                long after = from.after();
                changed |= from.following != null && narrow(from.following, after);
                for (Label jump : from.jumps) {
                    Block target = starts.get(jump);
                    changed |= target != null && narrow(target, after);
                }
            }
        }
        for (Read read : undecided) {
            if ((read.block.before & read.variable) != 0) {
                found.repeatedReads.set(read.fieldInstruction);
            }
        }
    }

    private static boolean narrow(Block block, long known) {
        long before = block.before & known;
        boolean narrower = before != block.before;
        block.before = before;
        return narrower;
    }
}

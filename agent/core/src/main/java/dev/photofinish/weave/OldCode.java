package dev.photofinish.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A class as it was before it was woven: tells what a frame of it may have run, by the lines it stood at.
 *
 * <p>What ran between two positions of one frame lies on a path from the first to the second. A line may have several places in
 * a method, and what runs at it several instructions: each of them counts as the position.
 */
public final class OldCode {
    /** Instead of a line: the frame is gone. */
    public static final int LEFT = -1;

    private final byte[] classFile;
    private final Judge judge;
    private final Map<Way, Optional<Unseen>> known = new HashMap<>();
    private @Nullable ClassNode type;

    /** Says what instructions of a method do unseen, and its end where it has been left. */
    interface Judge {
        Unseen unseen(MethodNode method, List<AbstractInsnNode> instructions, boolean left);
    }

    OldCode(byte[] classFile, Judge judge) {
        this.classFile = classFile;
        this.judge = judge;
    }

    private record Way(String method, int from, int to) {}

    /** Null where it cannot be told. */
    @Nullable
    Unseen between(String method, int from, int to) {
        return known.computeIfAbsent(new Way(method, from, to), way -> Optional.ofNullable(judge(way)))
                .orElse(null);
    }

    private @Nullable Unseen judge(Way way) {
        if (!tells() || way.from < 0) {
            return null;
        }
        Unseen all = null;
        for (MethodNode method : type().methods) {
            if (method.name.equals(way.method)) {
                Code body = new Code(method);
                if (body.hasSubroutines) {
                    return null;
                }
                BitSet ran = body.between(way.from, way.to);
                if (!ran.isEmpty()) {
                    Unseen one = judge.unseen(method, body.at(ran), way.to == LEFT);
                    all = all == null ? one : all.and(one);
                }
            }
        }
        return all;
    }

    /** The JVM shows no source file for a frame of old code: where the class has none, old and new look alike. */
    boolean tells() {
        return type().sourceFile != null;
    }

    private ClassNode type() {
        ClassNode known = type;
        if (known == null) {
            known = new ClassNode();
            new ClassReader(classFile).accept(known, ClassReader.SKIP_FRAMES);
            type = known;
        }
        return known;
    }

    /** The instructions of one method, where control goes from each, and which lines each may be shown at. */
    private static final class Code {
        final List<AbstractInsnNode> instructions = new ArrayList<>();
        boolean hasSubroutines;
        private final MethodNode method;
        private final List<Set<Integer>> lines = new ArrayList<>();
        private final List<List<Integer>> next = new ArrayList<>();
        private final List<List<Integer>> previous = new ArrayList<>();

        Code(MethodNode method) {
            this.method = method;
            Set<Integer> now = new HashSet<>();
            boolean begun = true;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LineNumberNode line) {
                    if (begun) {
                        now = new HashSet<>();
                        begun = false;
                    }
                    now.add(line.line);
                } else if (instruction.getOpcode() >= 0) {
                    begun = true;
                }
                instructions.add(instruction);
                lines.add(now);
                next.add(new ArrayList<>(1));
                previous.add(new ArrayList<>(1));
            }
            for (int i = 0; i < instructions.size(); i++) {
                link(i);
            }
            method.tryCatchBlocks.forEach(this::link);
        }

        private void link(int from) {
            AbstractInsnNode instruction = instructions.get(from);
            int opcode = instruction.getOpcode();
            hasSubroutines |= opcode == Opcodes.JSR || opcode == Opcodes.RET;
            if (instruction instanceof JumpInsnNode jump) {
                link(from, jump.label);
            } else if (instruction instanceof TableSwitchInsnNode choice) {
                link(from, choice.dflt);
                choice.labels.forEach(label -> link(from, label));
            } else if (instruction instanceof LookupSwitchInsnNode choice) {
                link(from, choice.dflt);
                choice.labels.forEach(label -> link(from, label));
            }
            boolean ends = opcode == Opcodes.GOTO
                    || opcode == Opcodes.ATHROW
                    || opcode == Opcodes.TABLESWITCH
                    || opcode == Opcodes.LOOKUPSWITCH
                    || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
            if (!ends && from + 1 < instructions.size()) {
                link(from, from + 1);
            }
        }

        private void link(TryCatchBlockNode range) {
            int end = method.instructions.indexOf(range.end);
            for (int i = method.instructions.indexOf(range.start); i < end; i++) {
                link(i, range.handler);
            }
        }

        private void link(int from, LabelNode to) {
            link(from, method.instructions.indexOf(to));
        }

        private void link(int from, int to) {
            next.get(from).add(to);
            previous.get(to).add(from);
        }

        /** What lies on a path from one line to the other. */
        BitSet between(int from, int to) {
            BitSet ran = reach(at(from), next);
            if (to != LEFT) {
                ran.and(reach(at(to), previous));
            }
            return ran;
        }

        private BitSet at(int line) {
            BitSet found = new BitSet();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(line)) {
                    found.set(i);
                }
            }
            return found;
        }

        private static BitSet reach(BitSet from, List<List<Integer>> steps) {
            BitSet reached = new BitSet();
            Deque<Integer> fresh = new ArrayDeque<>();
            from.stream().forEach(fresh::push);
            while (!fresh.isEmpty()) {
                int place = fresh.pop();
                if (!reached.get(place)) {
                    reached.set(place);
                    steps.get(place).forEach(fresh::push);
                }
            }
            return reached;
        }

        List<AbstractInsnNode> at(BitSet places) {
            return places.stream().mapToObj(instructions::get).toList();
        }
    }
}

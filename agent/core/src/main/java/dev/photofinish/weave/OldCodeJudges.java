package dev.photofinish.weave;

import java.util.List;
import java.util.function.Supplier;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Says of instructions what would have been woven into them. */
final class OldCodeJudges {
    private OldCodeJudges() {}

    /** By the scan that decides what is woven into a class; {@code scans} makes one that has seen nothing of it yet. */
    static OldCode.Judge scanning(Supplier<ClassScan> scans) {
        return (method, instructions, left) -> scanned(scans, method, instructions, left);
    }

    /** By the rules of a class of the JDK, and where its monitors are woven by its scan too. */
    static OldCode.Judge ruled(List<Rule> rules, boolean monitors, Supplier<ClassScan> scans) {
        return (method, instructions, left) -> {
            List<Rule> matching = rules.stream()
                    .filter(rule -> rule.matches(method.name, method.desc)
                            && !rule.action().takesOrderAway()
                            && !rule.action().tellsOfContentionAlone()
                            && RuleWeaver.applies(rule, method.access, method.desc))
                    .toList();
            boolean ruled = left
                    ? !matching.isEmpty()
                    : instructions.stream().anyMatch(instruction -> isRuled(instruction, matching));
            Unseen unseen = ruled ? Unseen.RELEASING : Unseen.NOTHING;
            return monitors ? unseen.and(scanned(scans, method, instructions, left)) : unseen;
        };
    }

    private static boolean isRuled(AbstractInsnNode instruction, List<Rule> rules) {
        String name = instruction instanceof MethodInsnNode call
                ? call.name
                : instruction instanceof FieldInsnNode field ? field.name : null;
        return name != null
                && rules.stream()
                        .anyMatch(rule -> rule.at().isInside() && rule.callee().test(name));
    }

    private static MethodNeeds whole(ClassScan scan, MethodNode method) {
        method.accept(scan.visitMethod(method.access, method.name, method.desc, null, null));
        return scan.all().getOrDefault(method.name + method.desc, new MethodNeeds());
    }

    /** A synchronized method lets go when it ends, a constructor and a class initializer publish then. */
    private static Unseen scanned(
            Supplier<ClassScan> scans, MethodNode method, List<AbstractInsnNode> instructions, boolean left) {
        ClassScan scan = scans.get();
        int access = left ? method.access : method.access & ~Opcodes.ACC_SYNCHRONIZED;
        MethodVisitor visitor = scan.visitMethod(access, method.name, method.desc, null, null);
        AbstractInsnNode before = null;
        for (AbstractInsnNode instruction : instructions) {
            if (instruction.getPrevious() != before) {
                // What stands before it is not what ran before it.
                visitor.visitLabel(new Label());
            }
            instruction.accept(visitor);
            before = instruction;
        }
        MethodNeeds needs = scan.all().get(method.name + method.desc);
        if (needs != null && needs.monitor) {
            // One that it lets go of, or waits for, it may have taken anywhere in the method.
            needs.adoptMonitors(whole(scans.get(), method));
        }
        Unseen unseen = needs == null ? Unseen.RELEASING : scan.unseen(needs);
        return left && method.name.equals("<init>") ? unseen.and(Unseen.RELEASING) : unseen;
    }
}

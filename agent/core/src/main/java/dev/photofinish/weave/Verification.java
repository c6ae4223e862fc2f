package dev.photofinish.weave;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/**
 * The net under the weavers: follows stack and local variables through methods as the JVM's verifier will do, with every
 * reference taken for the same type, so that no class is loaded for it. In one pass where the class file has frames.
 */
final class Verification extends ClassVisitor {
    private final String owner;
    private final Predicate<String> concerns;
    private String problem = "";

    private Verification(String owner, Predicate<String> concerns) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.concerns = concerns;
    }

    /**
     * What is wrong with the first bad method of the class file; empty where nothing is.
     *
     * @param concerns whether a method is looked at, by name and descriptor joined
     */
    static String problem(byte[] classFile, Predicate<String> concerns) {
        ClassReader reader = new ClassReader(classFile);
        Verification verification = new Verification(reader.getClassName(), concerns);
        reader.accept(verification, ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
        return verification.problem;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean body = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        return !body || !problem.isEmpty() || !concerns.test(method + descriptor)
                ? null
                : new MethodNode(Opcodes.ASM9, access, method, descriptor, null, null) {
                    @Override
                    public void visitEnd() {
                        verify(this);
                    }
                };
    }

    private void verify(MethodNode method) {
        try {
            if (isStraight(method)) {
                new FramePass(owner, method).run();
            } else {
                new Analyzer<>(new BasicVerifier()).analyze(owner, method);
            }
        } catch (AnalyzerException | RuntimeException unverifiable) {
            // Whatever the analysis stumbles over, the JVM would too.
            problem = method.name + method.desc + ": " + unverifiable.getMessage();
        }
    }

    /** Whether what holds at each instruction is known from those before it, and from frames. */
    private static boolean isStraight(MethodNode method) {
        boolean branches = !method.tryCatchBlocks.isEmpty();
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof FrameNode) {
                return true;
            }
            int type = node.getType();
            branches |= type == AbstractInsnNode.JUMP_INSN
                    || type == AbstractInsnNode.TABLESWITCH_INSN
                    || type == AbstractInsnNode.LOOKUPSWITCH_INSN;
        }
        return !branches;
    }
}

package dev.photofinish.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves the JDK's start of shutdown hooks: the agent ends its window there, before JFR's own hook, which runs at the same
 * time as all others, has stopped the recording.
 */
final class ExitWeaver extends MethodVisitor {
    ExitWeaver(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Probes.call(mv, "dev/photofinish/window/Exit", "beforeHooks", "()V");
    }
}

package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class UpdateReadsTest {
    private final BitSet found = new BitSet();
    private final MethodVisitor code = new UpdateReads(new MethodNode(), found);

    private void field(int opcode, String name) {
        code.visitFieldInsn(opcode, "acme/Shop", name, "I");
    }

    @Test
    void increment_isAnUpdate() {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.DUP);
        field(Opcodes.GETFIELD, "tasks");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IADD);
        field(Opcodes.PUTFIELD, "tasks");
        assertThat(found.stream()).containsExactly(0);
    }

    @Test
    void staticUpdateByAVariable_cutToAShort_isOne() {
        field(Opcodes.GETSTATIC, "other");
        code.visitInsn(Opcodes.POP);
        field(Opcodes.GETSTATIC, "tasks");
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitInsn(Opcodes.IADD);
        code.visitInsn(Opcodes.I2S);
        field(Opcodes.PUTSTATIC, "tasks");
        assertThat(found.stream()).containsExactly(1);
    }

    /** Whose result is used: {@code (dup_x1)} between. */
    @ParameterizedTest
    @ValueSource(ints = {Opcodes.DUP_X1, Opcodes.NOP, Opcodes.IDIV})
    void otherInstructionBetween_isNone(int opcode) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.DUP);
        field(Opcodes.GETFIELD, "tasks");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(opcode);
        field(Opcodes.PUTFIELD, "tasks");
        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void anotherField_isNone() {
        code.visitInsn(Opcodes.DUP);
        field(Opcodes.GETFIELD, "tasks");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IADD);
        field(Opcodes.PUTFIELD, "others");
        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void controlThatMayComeFromElsewhere_isNone() {
        code.visitInsn(Opcodes.DUP);
        field(Opcodes.GETFIELD, "tasks");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitLabel(new Label());
        code.visitInsn(Opcodes.IADD);
        field(Opcodes.PUTFIELD, "tasks");
        assertThat(found.isEmpty()).isTrue();
    }
}

package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassOutlineTest {
    /** Every kind of constant before it, every instruction whose size depends on its operands, and then a field and a call. */
    private static byte[] classFile(String field) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/B", null, "a/Parent", new String[] {"a/I", "a/J"});
        writer.visitField(Opcodes.ACC_VOLATILE, field, "J", null, null).visitEnd();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_SYNCHRONIZED, "run", "()V", null, null);
        method.visitCode();
        for (Object constant : new Object[] {1L, 2.0, 3.0f, 1 << 20, "text"}) {
            method.visitLdcInsn(constant);
            method.visitInsn(constant instanceof Long || constant instanceof Double ? Opcodes.POP2 : Opcodes.POP);
        }
        Label end = new Label();
        for (int i = 0; i < 4; i++) {
            method.visitInsn(Opcodes.NOP);
            method.visitInsn(Opcodes.ICONST_0);
            method.visitTableSwitchInsn(-1, 1, end, end, end, end);
            method.visitInsn(Opcodes.ICONST_0);
            method.visitLookupSwitchInsn(end, new int[] {7, 8}, new Label[] {end, end});
        }
        method.visitIincInsn(300, 1_000);
        method.visitVarInsn(Opcodes.ALOAD, 300);
        method.visitFieldInsn(Opcodes.GETFIELD, "a/B", field, "J");
        method.visitMethodInsn(Opcodes.INVOKEINTERFACE, "a/I", "call", "(J)V", true);
        method.visitLabel(end);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(4, 302);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static final class Seen implements ClassOutline.Sighting {
        final List<String> all = new ArrayList<>();
        private final ClassOutline outline;

        Seen(ClassOutline outline) {
            this.outline = outline;
        }

        @Override
        public boolean method(int methodAccess) {
            return !all.add("method " + methodAccess);
        }

        @Override
        public boolean monitor() {
            return !all.add("monitor");
        }

        @Override
        public boolean field(int opcode, int item) {
            return !all.add(opcode + " " + member(item));
        }

        @Override
        public boolean call(int opcode, int item) {
            return !all.add(opcode + " " + member(item));
        }

        private String member(int item) {
            return outline.owner(item) + "." + outline.member(item) + " " + outline.descriptor(item);
        }
    }

    @Test
    void any_tellsMethodsFieldsAndCalls() {
        ClassOutline outline = ClassOutline.of(classFile("value"));
        Seen seen = new Seen(outline);
        assertThat(outline.any(seen)).isFalse();
        assertThat(seen.all)
                .containsExactly(
                        "method " + Opcodes.ACC_SYNCHRONIZED,
                        Opcodes.GETFIELD + " a/B.value J",
                        Opcodes.INVOKEINTERFACE + " a/I.call (J)V");
    }

    @Test
    void declare_tellsTheClassAndItsFields() {
        List<String> told = new ArrayList<>();
        ClassOutline.of(classFile("value")).declare(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                told.add(name + " " + superName + " " + List.of(interfaces));
            }

            @Override
            public FieldVisitor visitField(
                    int access, String name, String descriptor, String signature, Object constant) {
                told.add(access + " " + name + " " + descriptor);
                return super.visitField(access, name, descriptor, signature, constant);
            }
        });
        assertThat(told).containsExactly("a/B a/Parent [a/I, a/J]", Opcodes.ACC_VOLATILE + " value J");
    }

    @Test
    void of_classFileCutAnywhere_isRefused() {
        byte[] whole = classFile("value");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClassOutline.of(cut)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void any_classFileWithAnyByteChanged_endsByAnAnswerOrARefusal() {
        byte[] whole = classFile("value");
        for (int i = 0; i < whole.length; i++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) change;
                assertThat(refusedOrRead(changed)).isNotNull();
            }
        }
    }

    private static String refusedOrRead(byte[] classFile) {
        try {
            ClassOutline outline = ClassOutline.of(classFile);
            outline.any(new Seen(outline));
            return "read";
        } catch (RuntimeException refused) {
            return refused.toString();
        }
    }

    @Test
    void of_versionThatIsNotKnown_isRefused() {
        byte[] newer = classFile("value");
        newer[7] = (byte) 200;
        assertThatThrownBy(() -> ClassOutline.of(newer)).hasMessageContaining("version");
    }

    @Test
    void declare_nameOutsideAscii_isRefused() {
        ClassOutline outline = ClassOutline.of(classFile("größe"));
        assertThatThrownBy(() -> outline.declare(new ClassVisitor(Opcodes.ASM9) {}))
                .hasMessageContaining("ASCII");
    }
}

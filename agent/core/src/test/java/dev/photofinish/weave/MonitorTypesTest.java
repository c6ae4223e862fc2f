package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Instructions that compilers may write and javac does not, beside those that it does. */
class MonitorTypesTest {
    private static final String LOCK = "acme/Lock";
    private static final String LOCK_TYPE = "Lacme/Lock;";

    private final MethodNeeds needs = new MethodNeeds();
    private final MethodVisitor code = new MonitorTypes(new MethodNode(), Opcodes.ACC_PUBLIC, "acme/Shop", needs);

    private Set<String> entered() {
        code.visitInsn(Opcodes.MONITORENTER);
        return needs.monitorClasses();
    }

    private void loadField() {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, "acme/Shop", "lock", LOCK_TYPE);
    }

    private void copy() {
        code.visitInsn(Opcodes.DUP);
        code.visitVarInsn(Opcodes.ASTORE, 3);
    }

    @Test
    void field_isOfItsType() {
        loadField();
        copy();
        assertThat(entered()).containsExactly("acme.Lock");
    }

    @Test
    void resultOfACall_isOfTheTypeThatItReturns() {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "acme/Shop", "lock", "(I)" + LOCK_TYPE, false);
        copy();
        assertThat(entered()).containsExactly("acme.Lock");
    }

    @Test
    void classLiteral_isAClass() {
        code.visitLdcInsn(Type.getObjectType(LOCK));
        copy();
        assertThat(entered()).containsExactly("java.lang.Class");
    }

    @Test
    void castObject_isOfThatType() {
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitTypeInsn(Opcodes.CHECKCAST, LOCK);
        copy();
        assertThat(entered()).containsExactly("acme.Lock");
    }

    @Test
    void receiver_isOfItsClass_unlessTheMethodPutsSomethingElseInItsPlace() {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        copy();
        assertThat(entered()).containsExactly("acme.Shop");
        needs.overwritesReceiver = true;
        assertThat(needs.monitorClasses()).containsExactly("java.lang.Object");
    }

    @Test
    void variableThatIsLocked_mayBeAnything() {
        code.visitVarInsn(Opcodes.ALOAD, 2);
        assertThat(entered()).containsExactly("java.lang.Object");
    }

    @Test
    void array_mayBeAnything() {
        code.visitFieldInsn(Opcodes.GETSTATIC, "acme/Shop", "locks", "[" + LOCK_TYPE);
        assertThat(entered()).containsExactly("java.lang.Object");
    }

    /** What is stored away was not what is locked. */
    @Test
    void objectBelowAnotherThatIsStored_mayBeAnything() {
        code.visitVarInsn(Opcodes.ALOAD, 2);
        loadField();
        code.visitVarInsn(Opcodes.ASTORE, 3);
        assertThat(entered()).containsExactly("java.lang.Object");
    }

    @Test
    void objectAfterWhichControlMayComeFromElsewhere_mayBeAnything() {
        loadField();
        code.visitLabel(new Label());
        assertThat(entered()).containsExactly("java.lang.Object");
    }

    @Test
    void objectOfADynamicCall_mayBeAnything() {
        loadField();
        code.visitInvokeDynamicInsn(
                "make",
                "()Ljava/lang/Runnable;",
                new Handle(Opcodes.H_INVOKESTATIC, "acme/Shop", "boot", "()V", false));
        assertThat(entered()).containsExactly("java.lang.Object");
    }
}

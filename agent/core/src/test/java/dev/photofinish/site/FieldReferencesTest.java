package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class FieldReferencesTest {
    private final ClassLoader loader = FieldReferencesTest.class.getClassLoader();
    private final FieldCatalog catalog = new FieldCatalog(new SiteRegistry());

    /** A class whose field {@code values} its method reads, beside one of the JDK. */
    private static byte[] reader() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/Reader", null, "java/lang/Object", null);
        writer.visitField(0, "values", "[I", null, null).visitEnd();
        writer.visitField(0, "unread", "I", null, null).visitEnd();
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "read", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitFieldInsn(Opcodes.GETFIELD, "a/Reader", "values", "[I");
        method.visitInsn(Opcodes.POP);
        method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void of_fieldThatTheCodeNames_isOneOfThem() {
        byte[] classFile = reader();
        catalog.add(loader, new ClassReader(classFile));
        FieldInfo values = catalog.resolveOrAssume(loader, "a/Reader", "values", "[I");
        assertThat(FieldReferences.of(loader, classFile, catalog)).containsExactly(FieldReferences.hash(values));
    }

    @Test
    void hash_ofWhatAFieldHolds_isThatOfTheField() {
        FieldInfo field = new FieldInfo(1, "a/Reader", "values", 0);
        assertThat(FieldReferences.hash(catalog.contents(field, 0))).isEqualTo(FieldReferences.hash(field));
        assertThat(FieldReferences.hash(catalog.contents(field, 1))).isEqualTo(FieldReferences.hash(field));
    }

    @Test
    void hash_fieldsOfOneNameAndTwoTypes_differ() {
        FieldInfo array = new FieldInfo(1, "a/b", "a(java/lang/String[])", 0);
        FieldInfo text = new FieldInfo(2, "a/b", "a(java/lang/String)", 0);
        assertThat(FieldReferences.hash(array)).isNotEqualTo(FieldReferences.hash(text));
        assertThat(FieldReferences.hash(catalog.contents(array, 1))).isEqualTo(FieldReferences.hash(array));
    }
}

package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class FieldCatalogTest {
    private static final String OWNER = "a/b";

    private final ClassLoader loader = FieldCatalogTest.class.getClassLoader();
    private final FieldCatalog catalog = new FieldCatalog(new SiteRegistry());

    /** As obfuscators make them: Java source cannot say this. */
    @Test
    void fieldsOfOneName_areToldApartByType() {
        define();
        FieldInfo number = catalog.resolveOrAssume(loader, OWNER, "a", "I");
        FieldInfo array = catalog.resolveOrAssume(loader, OWNER, "a", "[Ljava/lang/String;");
        FieldInfo other = catalog.resolveOrAssume(loader, OWNER, "b", "I");
        assertThat(number.isVolatile()).isTrue();
        assertThat(array.isVolatile()).isFalse();
        assertThat(number.id()).isNotEqualTo(array.id());
        assertThat(number.qualifiedName()).isEqualTo("a.b.a(int)");
        assertThat(array.qualifiedName()).isEqualTo("a.b.a(java/lang/String[])");
        assertThat(other.qualifiedName()).isEqualTo("a.b.b");
        assertThat(catalog.contents(array, 0).qualifiedName()).isEqualTo("a.b.a(java/lang/String[])");
    }

    @Test
    void fieldsOfOneName_areNotFoundByNameAlone() {
        define();
        assertThat(catalog.onlyOne(loader, OWNER, "a")).isNull();
        assertThat(catalog.onlyOne(loader, OWNER, "b")).isEqualTo(catalog.resolveOrAssume(loader, OWNER, "b", "I"));
        assertThat(catalog.onlyOne(loader, OWNER, "c")).isNull();
    }

    @Test
    void fieldOfAClassThatWasNotMet_isNotLookedForByAProbe() {
        String owner = FieldCatalogTest.class.getName().replace('.', '/');
        assertThat(catalog.onlyOne(loader, owner, "loader")).isNull();
        assertThat(catalog.find(loader, owner, "loader", "Ljava/lang/ClassLoader;"))
                .isNotNull();
        assertThat(catalog.onlyOne(loader, owner, "loader")).isNotNull();
    }

    private void define() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, OWNER, null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_VOLATILE, "a", "I", null, null).visitEnd();
        writer.visitField(0, "a", "[Ljava/lang/String;", null, null).visitEnd();
        writer.visitField(0, "b", "I", null, null).visitEnd();
        writer.visitEnd();
        catalog.add(loader, new ClassReader(writer.toByteArray()));
    }
}

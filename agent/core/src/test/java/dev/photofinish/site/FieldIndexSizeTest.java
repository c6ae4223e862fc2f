package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.fixture.LibraryClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** How many bytes the agent keeps for each class it knows: of three libraries; the figures are in {@code target/field-index.txt}. */
class FieldIndexSizeTest {
    private static final int ARRAY_HEADER = 16;
    private static final int ALIGNMENT = 8;

    private final ClassLoader loader = FieldIndexSizeTest.class.getClassLoader();

    @Test
    void index_isSmallForEachClass() throws IOException {
        List<byte[]> classFiles = new ArrayList<>();
        for (Class<?> inJar : List.of(org.h2.Driver.class, org.assertj.core.api.Assertions.class, ClassReader.class)) {
            classFiles.addAll(LibraryClasses.of(inJar).values());
        }
        long before = usedHeap();
        FieldCatalog catalog = new FieldCatalog(new SiteRegistry());
        long started = System.nanoTime();
        for (byte[] classFile : classFiles) {
            catalog.add(loader, ClassOutline.of(classFile), classFile);
        }
        long declared = System.nanoTime() - started;
        long ofDeclarations = usedHeap() - before;
        started = System.nanoTime();
        long ofReferences = classFiles.stream()
                .mapToLong(classFile -> bytes(FieldReferences.of(loader, classFile, catalog)))
                .sum();
        long referred = System.nanoTime() - started;

        int classes = classFiles.size();
        String line = String.format(
                Locale.ROOT,
                "%d classes, %d fields: %d bytes a class for what it declares (%.1f us to read), %d for what it accesses (%.1f us)%n",
                classes,
                catalog.size(),
                ofDeclarations / classes,
                declared / 1e3 / classes,
                ofReferences / classes,
                referred / 1e3 / classes);
        Files.writeString(Path.of("target", "field-index.txt"), line, StandardCharsets.UTF_8);
        assertThat(classes).isGreaterThan(1_000);
        assertThat(ofReferences / classes).as(line).isBetween(ARRAY_HEADER + 1L, 100L);
        assertThat(ofDeclarations / classes).as(line).isBetween(1L, 1_000L);
    }

    private static long bytes(int[] references) {
        long bytes = ARRAY_HEADER + (long) Integer.BYTES * references.length;
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** After collections: what is alive. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}

package dev.photofinish.weave;

import dev.photofinish.idiom.ClassIdioms;
import dev.photofinish.site.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** The shapes of the field accesses of one class, looked for when the first is asked for: most woven classes have no watched field. */
final class Idioms {
    /** Of a class without. */
    static final Idioms NONE = new Idioms(null, null);

    private final @Nullable ClassLoader loader;
    private final @Nullable ClassReader reader;
    private final Map<String, List<Shape>> byMethod = new HashMap<>();
    private @Nullable ClassIdioms read;

    Idioms(@Nullable ClassLoader loader, @Nullable ClassReader reader) {
        this.loader = loader;
        this.reader = reader;
    }

    /** The shape of the n-th field instruction of the method, from 0. */
    Shape shape(String method, String descriptor, int fieldInstruction) {
        if (reader == null) {
            return Shape.OTHER;
        }
        if (read == null) {
            read = ClassIdioms.of(loader, reader);
        }
        ClassIdioms idioms = read;
        List<Shape> shapes = byMethod.computeIfAbsent(method + descriptor, key -> idioms.shapes(method, descriptor));
        return fieldInstruction < shapes.size() ? shapes.get(fieldInstruction) : Shape.OTHER;
    }
}

package dev.photofinish.idiom;

import dev.photofinish.site.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The shapes of the field accesses of one class. */
public final class ClassIdioms {
    private final Map<String, MethodCode> methods = new HashMap<>();
    private final Immutability immutability;
    private final Repeatable repeatable;

    private ClassIdioms(@Nullable ClassLoader loader, String owner) {
        this.immutability = new Immutability(loader);
        this.repeatable = new Repeatable(owner, methods);
    }

    /**
     * Reads the code of a class.
     *
     * @param loader through which the classes of its fields are looked up, as class files
     */
    public static ClassIdioms of(@Nullable ClassLoader loader, ClassReader reader) {
        ClassIdioms idioms = new ClassIdioms(loader, reader.getClassName());
        reader.accept(idioms.new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return idioms;
    }

    /** The shapes of the field instructions of a method, in their order. */
    public List<Shape> shapes(String method, String descriptor) {
        MethodCode code = methods.get(method + descriptor);
        if (code == null) {
            return List.of();
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Integer> accesses = new ArrayList<>();
        for (int i = 0; i < code.size(); i++) {
            Instruction instruction = code.at(i);
            if (instruction.isAccess()) {
                accesses.add(i);
                Field field = fields.computeIfAbsent(instruction.field(), name -> new Field());
                (instruction.isWrite() ? field.writes : field.reads).add(i);
            }
        }
        Map<String, Shape> lazy = new HashMap<>();
        LazyInitialization initialization = new LazyInitialization(code, repeatable::test, immutability::of);
        fields.forEach((name, field) -> lazy.put(name, initialization.shape(field.reads, field.writes)));
        StatisticsCounter counter = new StatisticsCounter(code);
        List<Shape> shapes = new ArrayList<>();
        for (int index : accesses) {
            Shape ofField = lazy.getOrDefault(code.at(index).field(), Shape.OTHER);
            shapes.add(ofField != Shape.OTHER ? ofField : shape(code, index, counter));
        }
        return shapes;
    }

    private static Shape shape(MethodCode code, int index, StatisticsCounter counter) {
        boolean isStatic = code.at(index).is(Opcodes.PUTSTATIC);
        return code.at(index).isWrite() && code.method.equals(isStatic ? "<clinit>" : "<init>")
                ? Shape.INITIAL
                : counter.shape(index);
    }

    private static final class Field {
        private final List<Integer> reads = new ArrayList<>();
        private final List<Integer> writes = new ArrayList<>();
    }

    private final class Reader extends ClassVisitor {
        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodCode code = new MethodCode(access, method, descriptor);
            methods.put(method + descriptor, code);
            return code;
        }
    }
}

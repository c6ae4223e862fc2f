package dev.photofinish.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the declaration that a field instruction refers to, by the resolution order of JVMS 5.4.3.2, from class files alone:
 * no class is loaded for it.
 */
public final class FieldCatalog {
    private static final int DEEPEST_HIERARCHY = 64;

    private final Map<ClassLoader, Map<String, ClassFields>> byLoader = new WeakHashMap<>();
    private final Map<String, ClassFields> bootstrap = new HashMap<>();
    private final Map<String, FieldInfo> assumed = new HashMap<>();
    private final SiteRegistry sites;
    private final Map<String, FieldInfo> contents = new HashMap<>();
    private int lastField;

    /** A catalog that tells the registry which fields are annotated as racy by design. */
    public FieldCatalog(SiteRegistry sites) {
        this.sites = sites;
    }

    /** Remembers the fields that a class file declares. */
    public synchronized void add(@Nullable ClassLoader loader, ClassReader reader) {
        fields(loader, reader.getClassName(), reader);
    }

    /** The field, or where no class file tells, one that is assumed to synchronize: no edge may be missed for it. */
    public synchronized FieldInfo resolveOrAssume(
            @Nullable ClassLoader loader, String owner, String name, String descriptor) {
        FieldInfo declared = resolve(loader, owner, key(name, descriptor), 0);
        return declared != null
                ? declared
                : assumed.computeIfAbsent(
                        owner + "." + key(name, descriptor),
                        key -> new FieldInfo(++lastField, owner, name, Opcodes.ACC_VOLATILE));
    }

    /** The field that a lookup by name alone finds; null where there is none, or where others of its name have another type. */
    synchronized @Nullable FieldInfo onlyOne(@Nullable ClassLoader loader, String owner, String name) {
        Set<String> keys = new HashSet<>();
        keysOf(loader, owner, name, keys, 0);
        return keys.size() != 1 ? null : resolve(loader, owner, keys.iterator().next(), 0);
    }

    private void keysOf(@Nullable ClassLoader loader, String owner, String name, Set<String> keys, int depth) {
        ClassFields declared = depth > DEEPEST_HIERARCHY ? null : declared(loader, owner);
        if (declared != null) {
            keys.addAll(declared.keys.getOrDefault(name, List.of()));
            for (String parent : declared.parents) {
                keysOf(loader, parent, name, keys, depth + 1);
            }
        }
    }

    /** What tells the fields of a class apart: obfuscators give one name to fields of different types. */
    private static String key(String name, String descriptor) {
        return name + " " + descriptor;
    }

    /** The declaration that a field instruction refers to; null where no class file tells. */
    public synchronized @Nullable FieldInfo find(
            @Nullable ClassLoader loader, String owner, String name, String descriptor) {
        return resolve(loader, owner, key(name, descriptor), 0);
    }

    /**
     * What the field holds, as a variable with a number of its own: it can be watched although the field is final or volatile.
     *
     * @param depth how many arrays deep: 0 for the object or array in the field itself
     */
    public synchronized FieldInfo contents(FieldInfo holder, int depth) {
        String name = holder.name() + "[]".repeat(depth);
        return contents.computeIfAbsent(
                holder.id() + "." + name, key -> new FieldInfo(++lastField, holder.declaringClass(), name, 0));
    }

    /** What the fields met so far hold, as variables of their own. */
    public synchronized Collection<FieldInfo> contents() {
        return List.copyOf(contents.values());
    }

    /** A number for the contents of that name. */
    synchronized int numberOf(String variable) {
        return contents.computeIfAbsent(variable, key -> new FieldInfo(++lastField, variable, "", 0))
                .id();
    }

    /** The fields of one class that could race. */
    public synchronized Collection<FieldInfo> watchable(@Nullable ClassLoader loader, String owner) {
        ClassFields declared = declared(loader, owner);
        List<FieldInfo> watchable = new ArrayList<>();
        if (declared != null) {
            for (FieldInfo field : declared.fields.values()) {
                if (field.isWatchable()) {
                    watchable.add(field);
                }
            }
        }
        return watchable;
    }

    private @Nullable FieldInfo resolve(@Nullable ClassLoader loader, String owner, String key, int depth) {
        ClassFields declared = depth > DEEPEST_HIERARCHY ? null : declared(loader, owner);
        if (declared == null) {
            return null;
        }
        FieldInfo own = declared.fields.get(key);
        if (own != null) {
            return own;
        }
        for (String parent : declared.parents) {
            FieldInfo inherited = resolve(loader, parent, key, depth + 1);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private @Nullable ClassFields declared(@Nullable ClassLoader loader, String owner) {
        ClassFields known = of(loader).get(owner);
        if (known != null) {
            return known;
        }
        byte[] bytes = ClassFiles.read(loader, owner);
        return bytes == null ? null : fields(loader, owner, new ClassReader(bytes));
    }

    private ClassFields fields(@Nullable ClassLoader loader, String owner, ClassReader reader) {
        Map<String, ClassFields> known = of(loader);
        ClassFields fields = known.get(owner);
        if (fields == null) {
            fields = new ClassFields(owner);
            reader.accept(fields, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            known.put(owner, fields);
        }
        return fields;
    }

    private Map<String, ClassFields> of(@Nullable ClassLoader loader) {
        return loader == null ? bootstrap : byLoader.computeIfAbsent(loader, l -> new HashMap<>());
    }

    /** How many fields have a number. */
    public synchronized int size() {
        return lastField;
    }

    private final class ClassFields extends ClassVisitor {
        final Map<String, FieldInfo> fields = new HashMap<>();

        /** Of the fields, by name. */
        final Map<String, List<String>> keys = new HashMap<>();

        final List<String> parents = new ArrayList<>();
        private final Map<String, String> annotations = new HashMap<>();
        private final String owner;
        private String suppressedBy = "";

        ClassFields(String owner) {
            super(Opcodes.ASM9);
            this.owner = owner;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            if (interfaces != null) {
                parents.addAll(List.of(interfaces));
            }
            if (superName != null) {
                parents.add(superName);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            String key = key(name, descriptor);
            fields.put(key, new FieldInfo(++lastField, owner, name, access));
            keys.computeIfAbsent(name, n -> new ArrayList<>()).add(key);
            annotations.put(key, suppressedBy);
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    String found = Suppression.by(annotation);
                    annotations.computeIfPresent(key, (k, known) -> found.isEmpty() ? known : found);
                    return null;
                }
            };
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            String found = Suppression.by(annotation);
            suppressedBy = found.isEmpty() ? suppressedBy : found;
            return null;
        }

        @Override
        public void visitEnd() {
            for (List<String> sameName : keys.values()) {
                if (sameName.size() > 1) {
                    sameName.forEach(key -> fields.computeIfPresent(
                            key,
                            (k, field) ->
                                    field.ofType(key.substring(field.name().length() + 1))));
                }
            }
            annotations.forEach((key, annotation) -> {
                FieldInfo field = fields.get(key);
                if (field != null && !annotation.isEmpty()) {
                    sites.suppress(field.qualifiedName(), annotation);
                }
            });
        }
    }
}

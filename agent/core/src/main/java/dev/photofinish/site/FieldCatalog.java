package dev.photofinish.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the declaration that a field instruction refers to, by the resolution order of JVMS 5.4.3.2, from class files alone:
 * no class is loaded for it.
 *
 * <p>Any thread may ask. Class files are read through the application's loaders, which may lock: so nothing is locked
 * meanwhile, and of two threads that read one class file the first to end is right.
 */
public final class FieldCatalog {
    private static final int DEEPEST_HIERARCHY = 64;

    private final Map<ClassLoader, Map<String, DeclaredFields>> byLoader =
            Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, DeclaredFields> bootstrap = new ConcurrentHashMap<>();
    private final Map<String, FieldInfo> assumed = new ConcurrentHashMap<>();
    private final Map<String, FieldInfo> contents = new ConcurrentHashMap<>();
    private final AtomicInteger lastField = new AtomicInteger();
    private final SharedTexts texts = new SharedTexts();
    private final SiteRegistry sites;

    /** A catalog that tells the registry which fields are annotated as racy by design. */
    public FieldCatalog(SiteRegistry sites) {
        this.sites = sites;
    }

    /** Remembers the fields that a class file declares. */
    public void add(@Nullable ClassLoader loader, ClassReader reader) {
        fields(loader, reader.getClassName(), reader);
    }

    /** Remembers the fields that a class file declares. */
    public void add(@Nullable ClassLoader loader, ClassOutline outline, byte[] classFile) {
        if (of(loader).containsKey(outline.name())) {
            return;
        }
        if (outline.isSuppressing()) {
            add(loader, new ClassReader(classFile));
        } else {
            Reading reading = new Reading(outline.name());
            outline.declare(reading);
            of(loader).putIfAbsent(outline.name(), reading.declared());
        }
    }

    private @Nullable DeclaredFields known(@Nullable ClassLoader loader, String owner, byte @Nullable [] classFile) {
        try {
            if (classFile != null) {
                add(loader, ClassOutline.of(classFile), classFile);
            }
            return of(loader).get(owner);
        } catch (RuntimeException irregular) {
            return null;
        }
    }

    /** The field, or where no class file tells, one that is assumed to synchronize: no edge may be missed for it. */
    public FieldInfo resolveOrAssume(@Nullable ClassLoader loader, String owner, String name, String descriptor) {
        FieldInfo declared = resolve(loader, owner, name, descriptor, 0);
        return declared != null
                ? declared
                : assumed.computeIfAbsent(
                        owner + "." + name + " " + descriptor,
                        key -> new FieldInfo(lastField.incrementAndGet(), owner, name, Opcodes.ACC_VOLATILE));
    }

    /**
     * The field that a lookup by name alone finds; null where there is none, where others of its name have another type, or
     * where a class on the way was not met yet: a probe asks, no class file is read for it.
     */
    @Nullable
    FieldInfo onlyOne(@Nullable ClassLoader loader, String owner, String name) {
        Set<String> descriptors = new HashSet<>();
        return areKnown(loader, owner, name, descriptors, 0) && descriptors.size() == 1
                ? resolve(loader, owner, name, descriptors.iterator().next(), 0)
                : null;
    }

    /** Collects the types of the fields of that name; answers whether every class that could have one has been met. */
    private boolean areKnown(
            @Nullable ClassLoader loader, String owner, String name, Set<String> descriptors, int depth) {
        if (owner.startsWith("java/")) {
            return true;
        }
        DeclaredFields known = depth > DEEPEST_HIERARCHY ? null : of(loader).get(owner);
        if (known == null) {
            return false;
        }
        descriptors.addAll(known.descriptorsOf(name));
        boolean all = true;
        for (String parent : known.parents()) {
            all &= areKnown(loader, parent, name, descriptors, depth + 1);
        }
        return all;
    }

    /** The declaration that a field instruction refers to; null where no class file tells. */
    public @Nullable FieldInfo find(@Nullable ClassLoader loader, String owner, String name, String descriptor) {
        return resolve(loader, owner, name, descriptor, 0);
    }

    /**
     * What the field holds, as a variable with a number of its own: it can be watched although the field is final or volatile.
     *
     * @param depth how many arrays deep: 0 for the object or array in the field itself
     */
    public FieldInfo contents(FieldInfo holder, int depth) {
        String name = holder.name() + "[]".repeat(depth);
        return contents.computeIfAbsent(
                holder.id() + "." + name,
                key -> new FieldInfo(lastField.incrementAndGet(), holder.declaringClass(), name, 0));
    }

    /** What the fields met so far hold, as variables of their own. */
    public Collection<FieldInfo> contents() {
        return List.copyOf(contents.values());
    }

    /** A number for the contents of that name. */
    int numberOf(String variable) {
        return contents.computeIfAbsent(variable, key -> new FieldInfo(lastField.incrementAndGet(), variable, "", 0))
                .id();
    }

    /**
     * The fields of one class that could race.
     *
     * @param classFile reads its class file, where it is not known by now; null where there is none
     */
    public Collection<FieldInfo> watchable(
            @Nullable ClassLoader loader, String owner, Supplier<byte @Nullable []> classFile) {
        DeclaredFields met = of(loader).get(owner);
        DeclaredFields quick = met == null ? known(loader, owner, classFile.get()) : met;
        // What is irregular is read once more, by the slower reader.
        DeclaredFields declared = quick == null ? declared(loader, owner) : quick;
        List<FieldInfo> watchable = new ArrayList<>();
        if (declared != null) {
            for (FieldInfo field : declared.fields()) {
                if (field.isWatchable()) {
                    watchable.add(field);
                }
            }
        }
        return watchable;
    }

    private @Nullable FieldInfo resolve(
            @Nullable ClassLoader loader, String owner, String name, String descriptor, int depth) {
        DeclaredFields declared = depth > DEEPEST_HIERARCHY ? null : declared(loader, owner);
        if (declared == null) {
            return null;
        }
        FieldInfo own = declared.find(name, descriptor);
        if (own != null) {
            return own;
        }
        for (String parent : declared.parents()) {
            FieldInfo inherited = resolve(loader, parent, name, descriptor, depth + 1);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private @Nullable DeclaredFields declared(@Nullable ClassLoader loader, String owner) {
        DeclaredFields known = of(loader).get(owner);
        if (known != null) {
            return known;
        }
        byte[] bytes = ClassFiles.read(loader, owner);
        try {
            return bytes == null ? null : fields(loader, owner, new ClassReader(bytes));
        } catch (RuntimeException unreadable) {
            // As if there were none: where it matters the JVM hands over what it has loaded, and the weaver names it.
            return null;
        }
    }

    private DeclaredFields fields(@Nullable ClassLoader loader, String owner, ClassReader reader) {
        Map<String, DeclaredFields> all = of(loader);
        DeclaredFields known = all.get(owner);
        if (known != null) {
            return known;
        }
        Reading reading = new Reading(owner);
        reader.accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        DeclaredFields fields = reading.declared();
        DeclaredFields first = all.putIfAbsent(owner, fields);
        return first == null ? fields : first;
    }

    private Map<String, DeclaredFields> of(@Nullable ClassLoader loader) {
        return loader == null ? bootstrap : byLoader.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    }

    /** How many fields have a number. */
    public int size() {
        return lastField.get();
    }

    /** Reads what one class declares. */
    private final class Reading extends ClassVisitor {
        private final String owner;
        private final List<FieldInfo> fields = new ArrayList<>();
        private final List<String> descriptors = new ArrayList<>();
        private final List<String> annotations = new ArrayList<>();
        private final List<String> parents = new ArrayList<>();
        private String suppressedBy = "";

        Reading(String owner) {
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
            for (String parent : interfaces == null ? new String[0] : interfaces) {
                parents.add(texts.shared(parent));
            }
            if (superName != null) {
                parents.add(texts.shared(superName));
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            int index = fields.size();
            fields.add(new FieldInfo(lastField.incrementAndGet(), owner, texts.shared(name), access));
            descriptors.add(texts.shared(descriptor));
            annotations.add(suppressedBy);
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    String found = Suppression.by(annotation);
                    if (!found.isEmpty()) {
                        annotations.set(index, found);
                    }
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

        DeclaredFields declared() {
            DeclaredFields declared = new DeclaredFields(fields, descriptors, parents);
            for (int i = 0; i < annotations.size(); i++) {
                if (!annotations.get(i).isEmpty()) {
                    sites.suppress(declared.fields().get(i).qualifiedName(), annotations.get(i));
                }
            }
            return declared;
        }
    }
}

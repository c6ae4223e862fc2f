package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class once to find which methods need probes: most need none and are then copied as they are. */
final class ClassScan extends ClassVisitor {
    private final @Nullable ClassLoader loader;
    private final FieldCatalog catalog;
    private final Predicate<FieldInfo> armed;
    private final @Nullable InitializationChecks initialization;
    private final boolean initializationCounts;
    private final FinalReads finals;
    private final Map<String, MethodNeeds> needs = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> overloaded = new HashSet<>();

    /** Methods that lambdas are made of, by name and descriptor joined. */
    private final Set<String> lambdaBodies = new HashSet<>();

    int version;
    final String name;
    boolean any;
    private boolean finalReferences;
    private boolean finalizer;

    /** Some method accesses arrays or objects of the JDK. */
    boolean contents;

    /**
     * @param name internal name of the class
     * @param armed which fields are watched now
     * @param initialization which checks of class initialization are woven; null for none
     * @param initializationCounts whether that alone is a reason to weave the class
     * @param finals what is woven of final fields
     */
    ClassScan(
            String name,
            @Nullable ClassLoader loader,
            FieldCatalog catalog,
            Predicate<FieldInfo> armed,
            @Nullable InitializationChecks initialization,
            boolean initializationCounts,
            FinalReads finals) {
        super(Opcodes.ASM9);
        this.name = name;
        this.loader = loader;
        this.catalog = catalog;
        this.armed = armed;
        this.initialization = initialization;
        this.initializationCounts = initializationCounts;
        this.finals = finals;
    }

    /** What the method needs; null where it needs nothing. */
    @Nullable
    MethodNeeds needs(String method, String descriptor) {
        MethodNeeds found = needs.get(method + descriptor);
        return found != null && found.woven ? found : null;
    }

    /** What a method of those that were scanned does where its code is not woven; looks at class files. */
    Unseen unseen(MethodNeeds found) {
        Unseen unseen = Unseen.of(found);
        return found.askedAlive.stream().anyMatch(asked -> ThreadTypes.mayBeThread(loader, asked))
                ? unseen.and(Unseen.RELEASING)
                : unseen;
    }

    private static String nameOf(String method) {
        return method.substring(0, method.lastIndexOf('('));
    }

    /** By name and descriptor joined. */
    Map<String, MethodNeeds> all() {
        return needs;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        this.version = version & 0xFFFF;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        finalReferences |= FinalFields.isFollowed(access, descriptor);
        return null;
    }

    /** Whether what final fields order is woven: in classes whose fields are watched. */
    private boolean included() {
        return initialization != null && initialization.level() != ClassInitialization.REFERENCES;
    }

    private boolean followsFinals() {
        return included() && finals == FinalReads.FOLLOWED;
    }

    @Override
    public void visitEnd() {
        for (Map.Entry<String, MethodNeeds> method : needs.entrySet()) {
            MethodNeeds found = method.getValue();
            found.ambiguous |= overloaded.contains(nameOf(method.getKey()));
            if (lambdaBodies.contains(method.getKey()) && FinalFields.isLambdaBody(found.access)) {
                found.lambdaBody = true;
                weave(found);
            }
            if (finalizer && method.getKey().startsWith("<init>(")) {
                found.finalizable = true;
                weave(found);
            }
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodNeeds found = new MethodNeeds();
        found.access = access;
        needs.put(method + descriptor, found);
        if (!names.add(method)) {
            overloaded.add(method);
        }
        boolean body = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        if (body && (access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            found.monitor = true;
            found.monitorTypes.add((access & Opcodes.ACC_STATIC) == 0 ? name : "java/lang/Class");
            weave(found);
        }
        if (body && initialization != null) {
            if (ClassInitialization.isInitializer(method)) {
                found.releases = true;
                weaveInitialization(found);
            } else if (initialization.atEntry(name, access, method)) {
                weaveInitialization(found);
            }
        }
        if (body && included()) {
            found.freezes = finalReferences && method.equals("<init>");
            if (FinalFields.isFinalizer(method, descriptor)) {
                finalizer = true;
                weave(found);
            }
            if (found.freezes) {
                weave(found);
            }
        }
        MethodVisitor scan = new MethodScan(found, method, descriptor);
        scan = new MonitorTypes(new UpdateReads(scan, found.updateReads), access, name, found);
        if (followsFinals() && !method.equals("<init>")) {
            scan = new RepeatedReads(scan, found);
        }
        return new MonitorRanges(scan, found.monitors);
    }

    private void weaveInitialization(MethodNeeds found) {
        found.woven = true;
        any |= initializationCounts;
    }

    private void weave(MethodNeeds found) {
        found.woven = true;
        any = true;
    }

    private final class MethodScan extends MethodVisitor {
        private final MethodNeeds found;
        private final String method;
        private final String self;
        private final boolean constructor;

        MethodScan(MethodNeeds found, String method, String descriptor) {
            super(Opcodes.ASM9);
            this.found = found;
            this.method = method;
            this.self = method + descriptor;
            this.constructor = method.equals("<init>");
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
                found.monitor = true;
                weave(found);
            }
            contents(ContentsPlan.isElementAccess(opcode));
        }

        private void contents(boolean accessed) {
            found.contents |= accessed;
            contents |= accessed;
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            if (slot == 0 && opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
                found.overwritesReceiver = true;
            }
        }

        @Override
        public void visitLabel(Label label) {
            found.fenced.jump();
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            found.fenced.jump();
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            int number = found.fenced.access(opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC);
            FieldInfo declared = catalog.resolveOrAssume(loader, owner, field, descriptor);
            if (declared.isVolatile()) {
                if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
                    found.volatileWrites.add(declared);
                } else {
                    found.volatileReads.put(number, declared);
                }
                weave(found);
            } else if (armed.test(declared)) {
                weave(found);
            }
            if (followsFinals()
                    && opcode == Opcodes.GETFIELD
                    && FinalFields.isFollowed(declared.access(), descriptor)) {
                weave(found);
                if (!constructor) {
                    found.followedReads.set(number);
                }
            }
            if (initialization != null
                    && initialization.atAccess(opcode, owner, descriptor, name, method)
                    && !initialization.isOver(owner, declared.declaringClass())) {
                found.initializations = true;
                weaveInitialization(found);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            boolean member = MemberCalls.of(opcode, owner, method, descriptor) != null;
            found.members |= member;
            contents(member
                    || ObjectCalls.concerns(opcode, owner, method, descriptor)
                    || !BulkCalls.of(opcode, owner, method, descriptor).isEmpty());
            found.ambiguous |= owner.equals(name) && self.equals(method + descriptor);
            if (Calls.isWait(opcode, method, descriptor)) {
                found.monitor = true;
                weave(found);
            } else if (Calls.isHandle(opcode, owner, method)) {
                found.releases = true;
                weave(found);
                if (Calls.isFence(method)) {
                    found.fenced.fence(method);
                }
            } else if (Calls.isReachabilityFence(owner, method)) {
                found.releases = true;
                weave(found);
            } else if (Calls.isAlive(opcode, method, descriptor)) {
                found.askedAlive.add(owner);
                weave(found);
            } else if (Calls.isLock(owner, method)) {
                weave(found);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            if (followsFinals()
                    && FinalFields.isLambda(bootstrap)
                    && arguments[1] instanceof Handle body
                    && body.getOwner().equals(name)) {
                lambdaBodies.add(body.getName() + body.getDesc());
            }
            boolean captures = FinalFields.isLambda(bootstrap) && FinalFields.anyLeadsOn(descriptor);
            boolean reads = followsFinals() && FinalFields.isRecordMethod(bootstrap);
            if (included() && (captures || reads)) {
                weave(found);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            found.maxLocals = maxLocals;
        }
    }
}

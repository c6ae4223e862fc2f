package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Decides which accesses to arrays and objects of the JDK are watched, by the field that holds the array or object: a data
 * flow within each method that has such accesses, in the classes in scope.
 */
final class ContentsAnalysis {
    private static final @Nullable FieldInfo[] UNWATCHED = {};

    private final Scope scope;
    private final FieldCatalog catalog;

    ContentsAnalysis(Scope scope, FieldCatalog catalog) {
        this.scope = scope;
        this.catalog = catalog;
    }

    /** Gives the methods of the scan their plans, and notes that those with something to watch are woven. */
    void plan(@Nullable ClassLoader loader, ClassReader reader, ClassScan scan, Predicate<FieldInfo> armed) {
        if (!scan.contents || !scope.includes(scan.name)) {
            return;
        }
        ClassNode type = new ClassNode();
        reader.accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        for (MethodNode method : type.methods) {
            MethodNeeds needs = scan.all().get(method.name + method.desc);
            if (needs != null && needs.contents) {
                needs.plan = plan(loader, type.name, method, armed);
                if (needs.plan.any() || needs.members) {
                    needs.woven = true;
                    scan.any = true;
                }
            }
        }
    }

    private ContentsPlan plan(
            @Nullable ClassLoader loader, String owner, MethodNode method, Predicate<FieldInfo> armed) {
        @Nullable Frame<BasicValue>[] frames;
        try {
            frames = new Analyzer<>(new OriginInterpreter(loader, catalog)).analyze(owner, method);
        } catch (AnalyzerException unverifiable) {
            // The JVM will say so where it matters; without frames nothing here is known.
            return ContentsPlan.NONE;
        }
        List<@Nullable FieldInfo[]> instructions = new ArrayList<>();
        for (int i = 0; i < frames.length; i++) {
            AbstractInsnNode instruction = method.instructions.get(i);
            boolean element = ContentsPlan.isElementAccess(instruction.getOpcode());
            if (element || instruction instanceof MethodInsnNode) {
                Frame<BasicValue> frame = frames[i];
                instructions.add(frame == null ? UNWATCHED : operands(frame, instruction, armed));
            }
        }
        return new ContentsPlan(instructions);
    }

    private @Nullable FieldInfo[] operands(
            Frame<BasicValue> frame, AbstractInsnNode instruction, Predicate<FieldInfo> armed) {
        int count;
        int used;
        if (instruction instanceof MethodInsnNode call) {
            count = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
            used = count;
        } else {
            count = 1;
            used = ContentsPlan.isElementLoad(instruction.getOpcode()) ? 2 : 3;
        }
        if (count < used && isInitializer(frame, used)) {
            return UNWATCHED;
        }
        @Nullable FieldInfo[] operands = new FieldInfo[count];
        for (int i = 0; i < count; i++) {
            operands[i] = watched(frame.getStack(frame.getStackSize() - used + i), armed);
        }
        return operands;
    }

    /**
     * Whether an element is set in the expression that makes the array, {@code {1, 2}}: the array is on the stack once more, and
     * nobody else has it yet. Tables of thousands of elements would outgrow the largest method.
     */
    private static boolean isInitializer(Frame<BasicValue> frame, int used) {
        int array = frame.getStackSize() - used;
        return used == 3
                && array > 0
                && frame.getStack(array) instanceof Origin origin
                && origin.from instanceof Origin.From.Made
                && origin.equals(frame.getStack(array - 1));
    }

    private @Nullable FieldInfo watched(BasicValue value, Predicate<FieldInfo> armed) {
        if (!(value instanceof Origin origin)) {
            return null;
        }
        FieldInfo contents = contents(origin.from);
        return contents != null && armed.test(contents) ? contents : null;
    }

    private @Nullable FieldInfo contents(Origin.From from) {
        if (from instanceof Origin.From.Held held && scope.includes(held.field().declaringClass())) {
            return catalog.contents(held.field(), held.depth());
        }
        if (from instanceof Origin.From.Null || from instanceof Origin.From.Machinery) {
            return null;
        }
        return from instanceof Origin.From.Made made && !made.escaped ? null : FieldInfo.UNHELD;
    }
}

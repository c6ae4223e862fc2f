package dev.photofinish.site;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares and which instructions it has, read without an object for each of them: most loaded classes need
 * nothing, and are to cost nothing more than it takes to see that.
 *
 * <p>Class files are anybody's. Whatever is not exactly as the specification of the JVM has it, or newer than it, or has names
 * outside ASCII, is refused with a {@link RuntimeException}: the caller then asks ASM, which says what is wrong.
 */
public final class ClassOutline {
    private static final int NEWEST = Opcodes.V25 & 0xFFFF;
    private static final int UTF8 = 1;

    /** How many bytes an entry of the constant pool has behind its tag, by tag; 0 for tags that there are not. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private final byte[] bytes;

    /** Where the entries of the constant pool are, behind their tags; 0 for none. */
    private final int[] items;

    private final @Nullable String[] texts;
    private final int access;
    private final String name;
    private final @Nullable String superName;
    private final String[] interfaces;
    private final int fields;
    private final int methods;
    private boolean suppressing;
    private int at;

    private ClassOutline(byte[] classFile) {
        bytes = classFile;
        expect(u4(0) == 0xCAFEBABE && u2(6) <= NEWEST, "a class file up to version " + NEWEST, 4);
        items = new int[u2(8)];
        texts = new String[items.length];
        at = 10;
        pool();
        access = u2(at);
        name = typeName(u2(at + 2));
        int parent = u2(at + 4);
        superName = parent == 0 ? null : typeName(parent);
        interfaces = new String[u2(at + 6)];
        at += 8;
        for (int i = 0; i < interfaces.length; i++) {
            interfaces[i] = typeName(u2(at));
            at += 2;
        }
        fields = at;
        skipMembers();
        methods = at;
        skipMembers();
        skipAttributes();
        expect(at == bytes.length, "the end of the class file", at);
    }

    /** Reads a whole class file, to its end. */
    public static ClassOutline of(byte[] classFile) {
        return new ClassOutline(classFile);
    }

    /** Told of the methods and those instructions that name a member or a monitor, until it has seen enough. */
    public interface Sighting {
        /** A method of those flags; answers whether that is enough. */
        boolean method(int methodAccess);

        /** {@code monitorenter} or {@code monitorexit}; answers whether that is enough. */
        boolean monitor();

        /** A field instruction, with the number of the field in the constant pool; answers whether that is enough. */
        boolean field(int opcode, int item);

        /** A call of a named method, with the number of the method in the constant pool; answers whether that is enough. */
        boolean call(int opcode, int item);
    }

    /** Internal name of the class. */
    public String name() {
        return name;
    }

    /** How many numbers the constant pool has. */
    public int poolSize() {
        return items.length;
    }

    /** Internal name of the class that a field or method belongs to, by its number in the constant pool. */
    public String owner(int member) {
        return typeName(u2(item(member)));
    }

    /** Name of a field or method, by its number in the constant pool. */
    public String member(int member) {
        return text(u2(nameAndType(member)));
    }

    /** Descriptor of a field or method, by its number in the constant pool. */
    public String descriptor(int member) {
        return text(u2(nameAndType(member) + 2));
    }

    private int nameAndType(int member) {
        return item(u2(item(member) + 2));
    }

    /** Whether one of the annotations that {@link Suppression} looks for may be in the class file. */
    boolean isSuppressing() {
        return suppressing;
    }

    /** Tells the visitor of the class and its fields, and of nothing else. */
    void declare(ClassVisitor visitor) {
        visitor.visit(u2(6), access, name, null, superName, interfaces);
        at = fields;
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            visitor.visitField(u2(at), text(u2(at + 2)), text(u2(at + 4)), null, null);
            at += 6;
            skipAttributes();
        }
        visitor.visitEnd();
    }

    /** Whether the sighting had enough somewhere. */
    public boolean any(Sighting sighting) {
        at = methods;
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            if (sighting.method(u2(at))) {
                return true;
            }
            at += 6;
            int attributes = u2(at);
            at += 2;
            for (int k = 0; k < attributes; k++) {
                int end = at + 6 + length(at + 2);
                if (isCode(u2(at)) && instructions(at + 14, u4(at + 10), sighting)) {
                    return true;
                }
                at = end;
            }
        }
        return false;
    }

    private boolean instructions(int start, int length, Sighting sighting) {
        expect(length > 0 && length < 65_536, "a length of code", start);
        int end = start + length;
        int pc = start;
        while (pc < end) {
            int opcode = bytes[pc] & 0xFF;
            if (opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INVOKEINTERFACE) {
                int item = u2(pc + 1);
                if (opcode <= Opcodes.PUTFIELD ? sighting.field(opcode, item) : sighting.call(opcode, item)) {
                    return true;
                }
            } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
                if (sighting.monitor()) {
                    return true;
                }
            }
            pc += size(opcode, pc, start);
        }
        expect(pc == end, "the end of the code", pc);
        return false;
    }

    private int size(int opcode, int pc, int start) {
        int fixed = opcode < InstructionSizes.COUNT ? InstructionSizes.of(opcode) : -1;
        if (fixed > 0) {
            return fixed;
        }
        int operands = pc + 4 - (pc - start & 3);
        long size =
                switch (opcode) {
                    case Opcodes.TABLESWITCH ->
                        operands - pc + 12 + 4 * ((long) u4(operands + 8) - u4(operands + 4) + 1);
                    case Opcodes.LOOKUPSWITCH -> operands - pc + 8 + 8L * u4(operands + 4);
                    case InstructionSizes.WIDE -> (bytes[pc + 1] & 0xFF) == Opcodes.IINC ? 6 : 4;
                    default -> -1;
                };
        expect(size > 0 && size < 65_536, "an instruction", pc);
        return (int) size;
    }

    private void pool() {
        for (int i = 1; i < items.length; i++) {
            int tag = bytes[at];
            items[i] = at + 1;
            if (tag == UTF8) {
                int length = u2(at + 1);
                suppressing |= Suppression.mayEnd(bytes, at + 3 + length);
                at += 3 + length;
            } else {
                expect(tag > 0 && tag < SIZES.length && SIZES[tag] > 0, "a tag of the constant pool", at);
                at += 1 + SIZES[tag];
                // Of those with eight bytes each takes the next number too.
                i += SIZES[tag] / 8;
            }
        }
    }

    private void skipMembers() {
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            at += 6;
            skipAttributes();
        }
    }

    private void skipAttributes() {
        int count = u2(at);
        at += 2;
        for (int i = 0; i < count; i++) {
            at += 6 + length(at + 2);
        }
    }

    private int length(int position) {
        int length = u4(position);
        expect(length >= 0 && length <= bytes.length - position - 4, "the length of an attribute", position);
        return length;
    }

    private boolean isCode(int item) {
        int text = item(item);
        return u2(text) == 4
                && bytes[text + 2] == 'C'
                && bytes[text + 3] == 'o'
                && bytes[text + 4] == 'd'
                && bytes[text + 5] == 'e';
    }

    private String typeName(int item) {
        return text(u2(item(item)));
    }

    private int item(int item) {
        expect(item > 0 && item < items.length && items[item] > 0, "an entry of the constant pool", item);
        return items[item];
    }

    private String text(int item) {
        String known = texts[item];
        if (known != null) {
            return known;
        }
        int start = item(item);
        expect(bytes[start - 1] == UTF8, "a text", start);
        int length = u2(start);
        for (int i = start + 2; i < start + 2 + length; i++) {
            expect(bytes[i] > 0, "a name in ASCII", i);
        }
        String text = new String(bytes, start + 2, length, StandardCharsets.ISO_8859_1);
        texts[item] = text;
        return text;
    }

    private int u2(int position) {
        return (bytes[position] & 0xFF) << 8 | (bytes[position + 1] & 0xFF);
    }

    private int u4(int position) {
        return u2(position) << 16 | u2(position + 2);
    }

    private static void expect(boolean met, String expected, int position) {
        if (!met) {
            throw new IllegalArgumentException("expected " + expected + " at " + position);
        }
    }
}

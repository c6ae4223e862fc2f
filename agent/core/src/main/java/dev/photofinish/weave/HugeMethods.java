package dev.photofinish.weave;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/**
 * Methods that HotSpot leaves in its interpreter for good, as they are too large for its compilers ({@code HugeMethodLimit},
 * {@code DontCompileHugeMethods}): a method that is compiled must not become one of them by being woven.
 */
final class HugeMethods {
    /** Bytes of code of the largest method that is compiled. */
    static final int LIMIT = 8_000;

    /** From the flags of a member to its attributes. */
    private static final int MEMBER = 6;

    /** From the name of an attribute to what is in it. */
    private static final int ATTRIBUTE = 6;

    private HugeMethods() {}

    /**
     * The methods that are too large now and were not before, by name and descriptor joined. Not the initializers of classes, which run
     * once.
     */
    static Set<String> outgrown(byte[] classFile, byte[] woven) {
        if (woven.length <= LIMIT) {
            return Set.of();
        }
        Set<String> outgrown = new TreeSet<>(huge(woven));
        if (!outgrown.isEmpty()) {
            outgrown.removeAll(huge(classFile));
            outgrown.remove("<clinit>()V");
        }
        return outgrown;
    }

    /** The methods that are too large. */
    private static Set<String> huge(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> huge = new HashSet<>();
        int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
        int fields = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = skipAttributes(reader, at + MEMBER);
        }
        int methods = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < methods; i++) {
            if (code(reader, at + MEMBER, buffer) > LIMIT) {
                huge.add(reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer));
            }
            at = skipAttributes(reader, at + MEMBER);
        }
        return huge;
    }

    /** The length of a method's code; 0 for none. */
    private static int code(ClassReader reader, int attributes, char[] buffer) {
        int count = reader.readUnsignedShort(attributes);
        int at = attributes + 2;
        for (int i = 0; i < count; i++) {
            if ("Code".equals(reader.readUTF8(at, buffer))) {
                return reader.readInt(at + ATTRIBUTE + 4);
            }
            at += ATTRIBUTE + reader.readInt(at + 2);
        }
        return 0;
    }

    private static int skipAttributes(ClassReader reader, int attributes) {
        int count = reader.readUnsignedShort(attributes);
        int at = attributes + 2;
        for (int i = 0; i < count; i++) {
            at += ATTRIBUTE + reader.readInt(at + 2);
        }
        return at;
    }
}

package dev.photofinish.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Which fields a class accesses, told from its constant pool: a hash for each, sorted. Two fields of one hash are taken for one,
 * which weaves a class once too often.
 */
public final class FieldReferences {
    private static final int FIELD = 9;

    private FieldReferences() {}

    /** The hashes of the fields that the class file names, as they were declared; fields of the JDK are left out. */
    public static int[] of(@Nullable ClassLoader loader, byte[] classFile, FieldCatalog catalog) {
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        int[] hashes = new int[8];
        int count = 0;
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            if (offset == 0 || reader.readByte(offset - 1) != FIELD) {
                continue;
            }
            String owner = reader.readClass(offset, buffer);
            int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
            String name = reader.readUTF8(nameAndType, buffer);
            String descriptor = reader.readUTF8(nameAndType + 2, buffer);
            if (owner == null
                    || name == null
                    || descriptor == null
                    || owner.startsWith("java/")
                    || owner.startsWith("[")) {
                continue;
            }
            FieldInfo field = catalog.find(loader, owner, name, descriptor);
            if (field != null) {
                if (count == hashes.length) {
                    hashes = Arrays.copyOf(hashes, count * 2);
                }
                hashes[count] = hash(field);
                count++;
            }
        }
        int[] sorted = Arrays.copyOf(hashes, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The hash of a field, and of what it holds. */
    public static int hash(FieldInfo field) {
        return 31 * field.declaringClass().hashCode()
                + FieldInfo.holder(field.name()).hashCode();
    }
}

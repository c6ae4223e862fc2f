package dev.photofinish.weave;

import dev.photofinish.site.ClassOutline;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Whether a loaded class accesses a watched field or synchronizes by itself: all there is to weave in a class outside {@code
 * include}, and decided as {@link ClassScan} does, of which it is the part that needs no more than the instructions themselves.
 */
final class QuickScan implements ClassOutline.Sighting {
    private static final byte NEVER = 1;
    private static final byte PERHAPS = 2;

    private final @Nullable ClassLoader loader;
    private final ClassOutline outline;
    private final FieldCatalog catalog;
    private final Predicate<FieldInfo> armed;

    /** By number in the constant pool: what was found out about a field or method. */
    private final byte[] known;

    private QuickScan(
            @Nullable ClassLoader loader, ClassOutline outline, FieldCatalog catalog, Predicate<FieldInfo> armed) {
        this.loader = loader;
        this.outline = outline;
        this.catalog = catalog;
        this.armed = armed;
        this.known = new byte[outline.poolSize()];
    }

    static boolean any(
            @Nullable ClassLoader loader, ClassOutline outline, FieldCatalog catalog, Predicate<FieldInfo> armed) {
        return outline.any(new QuickScan(loader, outline, catalog, armed));
    }

    @Override
    public boolean method(int methodAccess) {
        return (methodAccess & Opcodes.ACC_SYNCHRONIZED) != 0
                && (methodAccess & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    }

    @Override
    public boolean monitor() {
        return true;
    }

    @Override
    public boolean field(int opcode, int item) {
        if (known[item] == NEVER) {
            return false;
        }
        known[item] = NEVER;
        FieldInfo declared =
                catalog.resolveOrAssume(loader, outline.owner(item), outline.member(item), outline.descriptor(item));
        return declared.isVolatile() || armed.test(declared);
    }

    @Override
    public boolean call(int opcode, int item) {
        if (known[item] == 0) {
            known[item] = Calls.mayConcern(outline.owner(item), outline.member(item)) ? PERHAPS : NEVER;
        }
        return known[item] == PERHAPS
                && Calls.concerns(opcode, outline.owner(item), outline.member(item), outline.descriptor(item));
    }
}

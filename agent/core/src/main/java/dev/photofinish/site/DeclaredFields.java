package dev.photofinish.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that one class declares, and where it inherits others from: compact, as the agent keeps it of every class that it meets. */
final class DeclaredFields {
    private static final String[] NONE = {};

    private final FieldInfo[] fields;

    /** As the class file has them, and one type may have many fields: the texts are shared. */
    private final String[] names;

    private final String[] descriptors;
    private final String[] parents;

    /**
     * The fields get the names that reports have them by: obfuscators give one name to fields of different types.
     *
     * @param descriptors of the fields, in their order
     * @param parents interfaces before the superclass, as fields are looked up
     */
    DeclaredFields(List<FieldInfo> fields, List<String> descriptors, List<String> parents) {
        this.names = fields.stream().map(FieldInfo::name).toArray(String[]::new);
        this.descriptors = descriptors.toArray(NONE);
        this.parents = parents.toArray(NONE);
        this.fields = fields.toArray(FieldInfo[]::new);
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (String name : names) {
            (once.add(name) ? once : again).add(name);
        }
        for (int i = 0; i < names.length; i++) {
            if (again.contains(names[i])) {
                this.fields[i] = this.fields[i].ofType(this.descriptors[i]);
            }
        }
    }

    @Nullable
    FieldInfo find(String name, String descriptor) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name) && descriptors[i].equals(descriptor)) {
                return fields[i];
            }
        }
        return null;
    }

    /** The types of the fields of that name. */
    List<String> descriptorsOf(String name) {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                found.add(descriptors[i]);
            }
        }
        return found;
    }

    List<FieldInfo> fields() {
        return Collections.unmodifiableList(Arrays.asList(fields));
    }

    List<String> parents() {
        return Collections.unmodifiableList(Arrays.asList(parents));
    }
}

package dev.photofinish.site;

import java.util.Set;

/** Annotations by which a field, or a class for all its fields, is declared racy by design: told by their simple name. */
final class Suppression {
    private static final Set<String> NAMES = Set.of(
            "RacyByDesign", // of anybody's package
            "LazyInit"); // Error Prone's, and others of that name: an idempotent lazy initialization

    private Suppression() {}

    /** The annotation as source has it, {@code @RacyByDesign}; empty where it is none of these. */
    static String by(String descriptor) {
        String name = descriptor.substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1);
        String simple = name.substring(name.lastIndexOf('$') + 1);
        return NAMES.contains(simple) ? "@" + simple : "";
    }

    /** Whether a descriptor of one of them may end there: so that most class files are not looked through for annotations. */
    static boolean mayEnd(byte[] bytes, int end) {
        if (bytes[end - 1] != ';') {
            return false;
        }
        for (String name : NAMES) {
            int start = end - 1 - name.length();
            int i = 0;
            while (i < name.length() && start > 0 && bytes[start + i] == name.charAt(i)) {
                i++;
            }
            if (i == name.length()) {
                return true;
            }
        }
        return false;
    }
}

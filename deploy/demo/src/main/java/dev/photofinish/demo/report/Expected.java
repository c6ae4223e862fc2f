package dev.photofinish.demo.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of {@code EXPECTED.txt}.
 *
 * @param racy fields that must be reported
 * @param clean fields that must not
 * @param contended locks that must be reported as fought over
 */
record Expected(List<String> racy, List<String> clean, List<Holding> contended) {
    Expected {
        racy = List.copyOf(racy);
        clean = List.copyOf(clean);
        contended = List.copyOf(contended);
    }

    /**
     * A lock and the method that holds it for long.
     *
     * @param holder simple class name and method
     */
    record Holding(String lockClass, String holder) {
        /** These are waits for that lock in the class of the holder, or it is known to have held it. */
        boolean explains(FoundContention place) {
            return isOfLockClass(place) && (isKnownFor(place) || place.site().contains(holderClass()));
        }

        /** The analyzer names the method as a holder. */
        boolean isKnownFor(FoundContention place) {
            return isOfLockClass(place)
                    && place.holders().stream()
                            .anyMatch(found ->
                                    found.site() != null && found.site().contains("." + holder + ":"));
        }

        /** The JDK may name an inner class that does the locking. */
        private boolean isOfLockClass(FoundContention place) {
            return place.lockClass().equals(lockClass) || place.lockClass().startsWith(lockClass + "$");
        }

        private String holderClass() {
            return "." + holder.substring(0, holder.indexOf('.') + 1);
        }
    }

    static Expected read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static Expected parse(List<String> lines) {
        List<String> racy = new ArrayList<>();
        List<String> clean = new ArrayList<>();
        List<Holding> contended = new ArrayList<>();
        for (String line : lines) {
            List<String> words = List.of(line.strip().split("\\s+"));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.get(0).equals("racy") && words.size() == 2) {
                racy.add(words.get(1));
            } else if (words.get(0).equals("clean") && words.size() == 2) {
                clean.add(words.get(1));
            } else if (words.get(0).equals("contended")
                    && words.size() == 5
                    && words.subList(2, 4).equals(List.of("held", "by"))) {
                contended.add(new Holding(words.get(1), words.get(4)));
            } else {
                throw new IllegalArgumentException("expected 'racy <field>', 'clean <field>' or"
                        + " 'contended <lock class> held by <Class.method>', found '" + line + "'");
            }
        }
        return new Expected(racy, clean, contended);
    }
}

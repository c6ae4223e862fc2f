package dev.photofinish.blackbox;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A conformance program as it declares itself.
 *
 * @param expected the racing fields, relative to the program; empty for a clean one
 * @param locks how many locks are in the cycle that is expected; 0 where none is
 */
record ProgramCase(Class<?> program, Scenario scenario, Set<String> expected, int locks) {
    private static final String ROOT = "dev.photofinish.conformance.";

    /** Every program on the class path, by name. */
    static List<ProgramCase> all() {
        Path directory = Shipped.programs();
        List<ProgramCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(file -> directory.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.startsWith(ROOT) && name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith("package-info"))
                    .sorted()
                    .map(ProgramCase::load)
                    .filter(type -> Program.class.isAssignableFrom(type) && !type.isInterface())
                    .forEach(type -> cases.add(of(type)));
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + directory, e);
        }
        return List.copyOf(cases);
    }

    /** As {@code topic.Program}. */
    String name() {
        return program.getName().substring(ROOT.length());
    }

    boolean runsOn(Jdk jdk) {
        return jdk.feature() >= scenario.since();
    }

    boolean asserted() {
        return scenario.needs().isEmpty();
    }

    /** The races of an analysis that belong to this program, relative to it. */
    Set<String> foundIn(Analysis analysis) {
        Set<String> found = new TreeSet<>();
        for (Analysis.FoundRace race : analysis.races()) {
            if (owns(race)) {
                found.add(relative(race.field()));
            }
        }
        return found;
    }

    /** The race is on a field of this program, or stands in its code. */
    boolean owns(Analysis.FoundRace race) {
        String name = program.getName();
        return race.field().startsWith(name + ".")
                || race.field().startsWith(name + "$")
                || race.classes().stream().anyMatch(type -> type.equals(name) || type.startsWith(name + "$"));
    }

    /** How many locks are in each cycle that stands in code of this program. */
    List<Integer> cyclesIn(Analysis analysis) {
        return analysis.cycles().stream()
                .filter(cycle -> cycle.places().stream().anyMatch(this::isOwn))
                .map(Analysis.FoundCycle::locks)
                .toList();
    }

    private boolean isOwn(String place) {
        return place.startsWith(program.getName() + ".") || place.startsWith(program.getName() + "$");
    }

    static String verdict(Set<String> races) {
        return races.isEmpty() ? "clean" : "race " + String.join(", ", races);
    }

    private String relative(String field) {
        String name = program.getName();
        boolean own = field.startsWith(name + ".") || field.startsWith(name + "$");
        return own ? field.substring(name.length() + 1).replace('$', '.') : field;
    }

    private static ProgramCase of(Class<?> type) {
        Scenario scenario = type.getAnnotation(Scenario.class);
        Races races = type.getAnnotation(Races.class);
        boolean clean = type.isAnnotationPresent(Clean.class);
        if (scenario == null || (races == null) == !clean) {
            throw new IllegalStateException("expected @Scenario and one of @Races and @Clean on " + type.getName());
        }
        Deadlock deadlock = type.getAnnotation(Deadlock.class);
        return new ProgramCase(
                type,
                scenario,
                races == null ? Set.of() : new TreeSet<>(List.of(races.value())),
                deadlock == null ? 0 : deadlock.locks());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ProgramCase.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("cannot load " + name, e);
        }
    }
}

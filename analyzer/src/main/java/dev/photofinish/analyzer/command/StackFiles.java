package dev.photofinish.analyzer.command;

import dev.photofinish.analyzer.contention.StackProfile;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.flame.CollapsedStacks;
import dev.photofinish.analyzer.flame.FlameGraph;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that {@code analyze --stacks} leaves behind: two for each role, also where it has no stacks. */
final class StackFiles {
    private StackFiles() {}

    static void write(Report report, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (StackRole role : StackRole.values()) {
            StackProfile profile = report.lockStacks().get(role);
            List<WeightedStack> stacks = profile == null ? List.of() : profile.stacks();
            try (PrintWriter out = open(directory.resolve(role.label() + ".collapsed"))) {
                CollapsedStacks.write(stacks, out);
                check(out, directory);
            }
            try (PrintWriter out = open(directory.resolve(role.label() + ".html"))) {
                FlameGraph.write(stacks, "Lock " + role.words(), role.meaning() + ".", out);
                check(out, directory);
            }
        }
    }

    private static PrintWriter open(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static void check(PrintWriter out, Path directory) throws IOException {
        if (out.checkError()) {
            throw new IOException("a file in " + directory + " could not be written to its end");
        }
    }
}

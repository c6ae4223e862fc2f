package dev.photofinish.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The agent's own directory: made at the start with access for its user alone, deleted at the end. */
final class WorkDirectory implements AutoCloseable {
    private static final String PREFIX = "photofinish-";

    private final Path path;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    static WorkDirectory create(Path parent) {
        purge(parent);
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
        String name = PREFIX + ProcessHandle.current().pid() + "-";
        try {
            return new WorkDirectory(
                    Files.createTempDirectory(parent, name, PosixFilePermissions.asFileAttribute(owner)));
        } catch (IOException e) {
            throw new OptionException("option dir: expected a directory that can be written, found \"" + parent + "\" ("
                    + e + "); name another one with dir=");
        }
    }

    /** Deletes what agents of processes that are gone have left. */
    private static void purge(Path parent) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path directory : left) {
                String[] parts = directory.getFileName().toString().split("-", 3);
                if (parts.length == 3 && parts[1].matches("\\d{1,10}") && !isAlive(Long.parseLong(parts[1]))) {
                    delete(directory);
                }
            }
        } catch (IOException e) {
            // What another user left cannot be deleted; it is not ours to report.
            return;
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(path)) {
            delete(path);
        }
    }
}

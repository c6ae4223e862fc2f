package dev.photofinish.analyzer.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The directory of the service, locked while it is used: two analyzers on one spool would analyse every chunk twice. */
final class DataDirectory implements AutoCloseable {
    private static final String NATIVE_LIBRARIES = "org.sqlite.tmpdir";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates it where it is not there yet.
     *
     * @throws StartException if it cannot be written, or is in use
     */
    static DataDirectory open(Path path) {
        FileChannel channel = null;
        try {
            createPrivate(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartException("dataDir " + path + " is in use by another analyzer");
            }
            nativeLibraries(Files.createDirectories(path.resolve("native")));
            return new DataDirectory(path, channel);
        } catch (FileAlreadyExistsException e) {
            throw new StartException("dataDir " + path + ": expected a directory, found a file", e);
        } catch (IOException e) {
            throw new StartException("dataDir " + path + " cannot be written: " + e, e);
        }
    }

    Path database() {
        return path.resolve("photofinish.db");
    }

    Path spool() {
        return path.resolve("spool");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StartException("the lock of dataDir " + path + " cannot be released: " + e, e);
        }
    }

    /** What is found in a service is nobody else's business on this machine. A directory that is there is left as it is. */
    private static void createPrivate(Path path) throws IOException {
        if (Files.exists(path)) {
            Files.createDirectories(path);
        } else if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    /** The database driver unpacks its native library; the default place, /tmp, may forbid to execute. */
    private static void nativeLibraries(Path directory) {
        if (System.getProperty(NATIVE_LIBRARIES) == null) {
            System.setProperty(NATIVE_LIBRARIES, directory.toAbsolutePath().toString());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}

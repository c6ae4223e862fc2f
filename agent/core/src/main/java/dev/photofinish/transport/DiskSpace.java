package dev.photofinish.transport;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the volumes that the recording is written to. Where one is full, HotSpot ends the whole JVM (JfrJavaSupport::abort), so
 * that recording must stop before. It stops at a twentieth of the volume, at least 32 MB and at most 256 MB, and goes on at twice that.
 * Of one thread.
 */
public final class DiskSpace {
    private static final long LEAST = 32L << 20;
    private static final long MOST = 256L << 20;
    private static final long SHARE = 20;
    private static final long MEGABYTE = 1L << 20;

    /** Where JFR keeps its chunks; set by JFR itself at the first recording of the JVM. */
    private static final String REPOSITORY = "jdk.jfr.repository";

    private final File own;
    private boolean scarce;

    /** @param own the agent's directory */
    public DiskSpace(Path own) {
        this.own = own.toFile();
    }

    /** Which volume is about to be full; empty for none. */
    public String problem() {
        String problem = "";
        for (File place : places()) {
            long free = place.getUsableSpace();
            long needed = needed(place.getTotalSpace());
            if (problem.isEmpty() && free < needed) {
                problem = place + " has " + free / MEGABYTE + " MB left, " + needed / MEGABYTE
                        + " MB expected: JFR ends the JVM on a full disk";
            }
        }
        scarce = !problem.isEmpty();
        return problem;
    }

    private long needed(long total) {
        long low = Math.min(Math.max(total / SHARE, LEAST), MOST);
        return scarce ? 2 * low : low;
    }

    private List<File> places() {
        List<File> places = new ArrayList<>(List.of(own));
        String repository = System.getProperty(REPOSITORY);
        if (repository != null && new File(repository).exists()) {
            places.add(new File(repository));
        }
        return places;
    }
}

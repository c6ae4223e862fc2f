package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** In which complete windows both threads of a race were seen, read from chunks by the JDK's own reader. */
final class WindowSightings {
    /**
     * A complete window.
     *
     * @param seconds from its opening to its closing
     * @param seen whether two threads accessed the field in it
     */
    record Sighting(double seconds, boolean seen) {}

    private static final String PREFIX = "photofinish.";

    private final String field;
    private final Map<Long, Double> seconds = new TreeMap<>();
    private final Map<Long, Set<Integer>> threads = new HashMap<>();
    private final Set<Integer> sites = new HashSet<>();

    private WindowSightings(String field) {
        this.field = field;
    }

    /** The complete windows of all chunks in the directory, by their numbers. */
    static List<Sighting> in(Path directory, String field) throws IOException {
        WindowSightings sightings = new WindowSightings(field);
        List<RecordedEvent> accesses = new ArrayList<>();
        try (Stream<Path> chunks = Files.list(directory)) {
            for (Path chunk :
                    chunks.filter(file -> file.toString().endsWith(".jfr")).toList()) {
                for (RecordedEvent event : RecordingFile.readAllEvents(chunk)) {
                    sightings.read(event, accesses);
                }
            }
        }
        // Sites are told in every chunk, but maybe behind the accesses.
        accesses.forEach(sightings::addAccess);
        return sightings.complete();
    }

    private void read(RecordedEvent event, List<RecordedEvent> accesses) {
        String type = event.getEventType().getName();
        if (type.equals(PREFIX + "FieldAccess")) {
            accesses.add(event);
        } else if (type.equals(PREFIX + "Site") && field.equals(event.getString("field"))) {
            sites.add(event.getInt("id"));
        } else if (type.equals(PREFIX + "Window") && event.getBoolean("complete") && !event.getBoolean("warmUp")) {
            seconds.put(event.getLong("window"), (event.getLong("closedNanos") - event.getLong("openedNanos")) / 1e9);
        }
    }

    private void addAccess(RecordedEvent access) {
        if (sites.contains(access.getInt("site"))) {
            threads.computeIfAbsent(access.getLong("window"), window -> new HashSet<>())
                    .add(access.getInt("thread"));
        }
    }

    private List<Sighting> complete() {
        List<Sighting> complete = new ArrayList<>();
        seconds.forEach((window, length) -> complete.add(
                new Sighting(length, threads.getOrDefault(window, Set.of()).size() > 1)));
        return complete;
    }
}

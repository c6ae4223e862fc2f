package dev.photofinish.blackbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code Contended} has measured of its waits itself: the lines that it printed, in nanoseconds of one clock. */
record ContendedTruth(List<Turn> turns) {
    private static final Pattern TURN = Pattern.compile("turn (\\S+) (\\S+) (\\d+) (\\d+) (\\d+)");

    static ContendedTruth of(String printed) {
        List<Turn> turns = new ArrayList<>();
        Matcher line = TURN.matcher(printed);
        while (line.find()) {
            turns.add(new Turn(
                    line.group(1),
                    line.group(2),
                    Long.parseLong(line.group(3)),
                    Long.parseLong(line.group(4)),
                    Long.parseLong(line.group(5))));
        }
        return new ContendedTruth(turns);
    }

    int turns(String lock) {
        return (int) turns.stream().filter(turn -> turn.lock.equals(lock)).count();
    }

    /** The holders had it at once. */
    long waited(String lock) {
        return waits(lock).stream().mapToLong(turn -> turn.got - turn.asked).sum();
    }

    long wallClock(String lock) {
        long covered = 0;
        long end = Long.MIN_VALUE;
        for (Turn turn : waits(lock)) {
            covered += Math.max(0, turn.got - Math.max(end, turn.asked));
            end = Math.max(end, turn.got);
        }
        return covered;
    }

    long held(String thread) {
        return turns.stream()
                .filter(turn -> turn.thread.equals(thread))
                .mapToLong(turn -> turn.released - turn.got)
                .sum();
    }

    private List<Turn> waits(String lock) {
        return turns.stream()
                .filter(turn -> turn.lock.equals(lock))
                .filter(turn -> !turn.thread.endsWith("-holder"))
                .sorted(Comparator.comparingLong(Turn::asked))
                .toList();
    }

    private record Turn(String lock, String thread, long asked, long got, long released) {}
}

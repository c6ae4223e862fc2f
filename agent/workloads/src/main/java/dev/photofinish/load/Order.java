package dev.photofinish.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the service keeps and its callers ask for.
 *
 * @param id 0 until the service has given it one
 * @param cents what its lines come to; 0 until the service has added them up
 */
public record Order(long id, String customer, List<Line> lines, long cents) {
    private static final int MOST_LINES = 20;

    /** So many of one thing. */
    public record Line(String article, int count, long cents) {}

    /** One that a caller may send: the same for the same number. */
    static Order of(long number) {
        int lines = 1 + (int) (number % MOST_LINES);
        return new Order(
                0,
                "customer " + number,
                IntStream.range(0, lines)
                        .mapToObj(i -> new Line("article " + (number + i), 1 + i, 100 * (number % 50) + i))
                        .toList(),
                0);
    }

    /** What its lines come to. */
    public long sum() {
        return lines.stream().mapToLong(line -> line.count() * line.cents()).sum();
    }
}

package dev.photofinish.demo.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings in words. Stateless. */
final class ReportText {
    private static final int FRAMES = 6;
    private static final int HOLDERS = 3;

    private final Expected expected;

    ReportText(Expected expected) {
        this.expected = expected;
    }

    /** The races on one field: the one seen most often with both sides, the others counted. */
    String field(List<FoundRace> races) {
        FoundRace race =
                races.stream().max(Comparator.comparingLong(FoundRace::count)).orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append("RACE  %s   [%s, seen %d times%s]%n"
                .formatted(race.field(), race.grade().toLowerCase(Locale.ROOT), race.count(), surprise(race.field())));
        for (FoundRace.Access access : race.accesses()) {
            text.append("  %s at %s by thread '%s', locks held: %s%n"
                    .formatted(
                            access.kind(),
                            site(access.className(), access.method(), access.line()),
                            access.thread(),
                            locks(access)));
            stack(access.stack(), text);
        }
        if (races.size() > 1) {
            text.append("  also seen between %d other pair(s) of places%n".formatted(races.size() - 1));
        }
        return text.toString();
    }

    /** Everything known about the waits for one lock class at one place. */
    String contention(FoundContention place) {
        StringBuilder text = new StringBuilder();
        text.append("LOCK  %s   [%s: %d waits, %s in all, longest %s]%n"
                .formatted(
                        place.lockClass(),
                        place.source(),
                        place.waits(),
                        millis(place.waitNanos()),
                        millis(place.maxWaitNanos())));
        text.append("  waited at  %s%n".formatted(simple(place.site())));
        holders(place.holders(), text);
        return text.toString();
    }

    /** How many of the known bugs were found, and what was reported that is none. */
    String summary(Map<String, Duration> firstSeen) {
        Set<String> missing = new TreeSet<>(expected.racy());
        missing.removeAll(firstSeen.keySet());
        Set<String> surprises = new TreeSet<>(firstSeen.keySet());
        surprises.removeIf(expected::isKnownRacy);
        String text = "%d of %d racy fields of the sample service found"
                .formatted(
                        expected.racy().size() - missing.size(), expected.racy().size());
        if (!firstSeen.isEmpty()) {
            text += ", the first %.1f s after the attach began".formatted(first(firstSeen));
        }
        text += "; of its %d correct fields, and of all others, %d reported"
                .formatted(expected.clean().size(), surprises.size());
        if (!missing.isEmpty()) {
            text += "%nnot found yet: %s".formatted(String.join(", ", missing));
        }
        if (!surprises.isEmpty()) {
            text += "%nREPORTED, BUT NOT KNOWN TO BE RACY: %s".formatted(String.join(", ", surprises));
        }
        return text;
    }

    private String surprise(String field) {
        return expected.isKnownRacy(field) ? "" : ", NOT KNOWN TO BE RACY";
    }

    private static double first(Map<String, Duration> firstSeen) {
        return firstSeen.values().stream().mapToLong(Duration::toMillis).min().orElseThrow() / 1e3;
    }

    private static String locks(FoundRace.Access access) {
        if (access.locksUnknown()) {
            return "not known";
        }
        List<FoundRace.Lock> locks = access.locks();
        return locks.isEmpty() ? "none" : locks.stream().map(ReportText::lock).collect(Collectors.joining(", "));
    }

    private static String lock(FoundRace.Lock lock) {
        String acquiredAt = lock.acquiredAt();
        String from = acquiredAt == null || acquiredAt.isEmpty() ? "" : " (taken at " + simple(acquiredAt) + ")";
        return simple(lock.lockClass()) + from;
    }

    /** The frames of lambda objects have names that differ from run to run and no lines. */
    private static void stack(List<FoundRace.Frame> stack, StringBuilder text) {
        List<FoundRace.Frame> frames = stack.stream()
                .filter(frame -> !frame.className().contains("$$Lambda"))
                .toList();
        frames.stream()
                .limit(FRAMES)
                .forEach(frame ->
                        text.append("      %s.%s%s%n".formatted(frame.className(), frame.method(), line(frame))));
        if (frames.size() > FRAMES) {
            text.append("      … %d more%n".formatted(frames.size() - FRAMES));
        }
    }

    private static String line(FoundRace.Frame frame) {
        return frame.line() < 0 ? "" : ":" + frame.line();
    }

    /** By place where that is known, by thread where not; most frequent first. */
    private static void holders(List<FoundContention.Holder> holders, StringBuilder text) {
        holders.stream()
                .collect(Collectors.groupingBy(
                        ReportText::holder, Collectors.summingLong(FoundContention.Holder::count)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(HOLDERS)
                .forEach(holder ->
                        text.append("  held by    %s (%d times)%n".formatted(holder.getKey(), holder.getValue())));
    }

    private static String holder(FoundContention.Holder holder) {
        String site = holder.site();
        return site == null || site.isEmpty() ? "thread '" + holder.thread() + "'" : simple(site);
    }

    private static String site(String className, String method, int line) {
        return "%s.%s:%d".formatted(simple(className), method, line);
    }

    /** Without the package: lower-case parts before the first that begins with a capital. */
    private static String simple(String name) {
        return name.replaceFirst("^(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / 1e6);
    }
}

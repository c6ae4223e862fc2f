package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the findings. */
final class Cycles {
    private Cycles() {}

    static LockCycle of(List<Acquisition> found) {
        List<Long> windows =
                found.stream().map(Acquisition::window).distinct().sorted().toList();
        boolean together = windows.size() == 1;
        List<String> reasons = new ArrayList<>();
        reasons.add(
                together
                        ? "taken in these orders within one window, and only the locks themselves order the threads"
                        : "taken in these orders by turns, in windows "
                                + windows.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + ", by threads that lived in all of them");
        reasons.add("no lock is held by two of the threads");
        return new LockCycle(
                fingerprint(found.stream().map(step -> step.taken().code()).toList()),
                together ? Grade.HIGH : Grade.MEDIUM,
                found.stream().map(Acquisition::step).toList(),
                reasons,
                false,
                1);
    }

    static LockCycle graver(LockCycle one, LockCycle other) {
        return other.grade().compareTo(one.grade()) > 0 ? other : one;
    }

    /** Equal wherever the cycle begins. */
    static String fingerprint(List<String> parts) {
        List<String> codes = new ArrayList<>(parts);
        String least = String.join("\n", codes);
        for (int i = 1; i < codes.size(); i++) {
            Collections.rotate(codes, 1);
            String rotated = String.join("\n", codes);
            least = rotated.compareTo(least) < 0 ? rotated : least;
        }
        return CodeIdentity.fingerprint(least);
    }
}

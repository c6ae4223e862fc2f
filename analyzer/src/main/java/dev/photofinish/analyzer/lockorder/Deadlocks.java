package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.trace.DeadlockedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the threads of deadlocks that happened together. Bounded by the chunk they come from; used by one thread. */
public final class Deadlocks {
    private final Map<Integer, TreeMap<Integer, DeadlockedThread>> byNumber = new TreeMap<>();

    /** Adds a thread, in any order. */
    public void add(DeadlockedThread thread) {
        byNumber.computeIfAbsent(thread.deadlock(), number -> new TreeMap<>()).put(thread.position(), thread);
    }

    /** Those of which every thread is known. */
    public List<LockCycle> cycles() {
        List<LockCycle> cycles = new ArrayList<>();
        byNumber.values().forEach(threads -> {
            if (threads.size() == threads.firstEntry().getValue().size()) {
                cycles.add(cycle(List.copyOf(threads.values())));
            }
        });
        return cycles;
    }

    private static LockCycle cycle(List<DeadlockedThread> threads) {
        List<LockCycle.Step> steps = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (DeadlockedThread thread : threads) {
            steps.add(new LockCycle.Step(
                    thread.thread(),
                    new LockId(thread.heldClass(), thread.heldIdentity()).shown(),
                    place(thread.heldAt()),
                    new LockId(thread.wantedClass(), thread.wantedIdentity()).shown(),
                    place(thread.frames()),
                    thread.frames()));
            codes.add(CodeIdentity.className(thread.heldClass()) + " " + method(thread.heldAt()) + " "
                    + CodeIdentity.className(thread.wantedClass()) + " " + method(thread.frames()));
        }
        return new LockCycle(
                Cycles.fingerprint(codes),
                Grade.HIGH,
                steps,
                List.of("the JVM found the threads waiting for each other: only the end of the process ends that"),
                true,
                1);
    }

    private static String place(List<Frame> frames) {
        return frames.isEmpty() ? "" : Places.of(frames);
    }

    private static String method(List<Frame> frames) {
        Frame frame = Places.frame(frames);
        return frame == null ? "?" : CodeIdentity.method(frame.className(), frame.method(), "");
    }
}

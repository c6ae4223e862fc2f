package dev.photofinish.analyzer.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open windows of one instance: sorts events into them and hands them out when they have ended. Events of a window
 * come in any order, and its end may come before them: so windows are taken at the end of a chunk, not at their end.
 * Memory is bounded: a window without room for its events is incomplete, and when too many are open the oldest is given
 * up. Used by one thread.
 */
public final class WindowCollector {
    /** Windows that were judged last and whose late events are recognised. */
    private static final int REMEMBERED = 4096;

    private final Map<Long, WindowTrace> open = new LinkedHashMap<>();
    private final List<WindowTrace> givenUp = new ArrayList<>();
    private final Set<Long> judged = new LinkedHashSet<>();
    private final int maxEvents;
    private final int maxWindows;
    private int kept;
    private long unplaced;
    private long damagedUntilNanos = Long.MIN_VALUE;
    private String damage = "";

    /**
     * Starts with no window.
     *
     * @param maxEvents events kept in memory, over all open windows
     * @param maxWindows windows open at once
     */
    public WindowCollector(int maxEvents, int maxWindows) {
        this.maxEvents = maxEvents;
        this.maxWindows = maxWindows;
    }

    /** Takes the next event of the instance. */
    public void add(TraceEvent event) {
        WindowTrace trace = open.get(event.window());
        if (trace == null) {
            if (judged.contains(event.window())) {
                unplaced++;
                return;
            }
            trace = open(event.window());
        }
        int before = trace.size();
        if (kept >= maxEvents || trace.refused() > 0) {
            trace.refuse(event, "more than " + maxEvents + " events are in open windows");
        } else {
            trace.add(event);
        }
        kept += trace.size() - before;
    }

    /**
     * Something was lost in a chunk: no window that was open then is complete.
     *
     * @param untilNanos the end of that chunk, nanoseconds since 1970: a window that opened before is incomplete even if
     *     its first event is yet to come
     */
    public void damage(String reason, long untilNanos) {
        damage = reason;
        damagedUntilNanos = Math.max(damagedUntilNanos, untilNanos);
        for (WindowTrace trace : open.values()) {
            trace.damage(reason);
        }
    }

    /** Takes the windows that have ended or were given up, by number: at the end of a chunk. */
    public List<WindowTrace> takeEnded() {
        List<WindowTrace> ended = new ArrayList<>(givenUp);
        givenUp.clear();
        for (WindowTrace trace : open.values()) {
            WindowEnd end = trace.end();
            if (end != null) {
                if (end.openedNanos() <= damagedUntilNanos) {
                    trace.damage(damage);
                }
                ended.add(trace);
            }
        }
        return close(ended);
    }

    /** Takes all windows, ended or not, by number: at the end of the recording. */
    public List<WindowTrace> takeAll() {
        List<WindowTrace> all = new ArrayList<>(givenUp);
        givenUp.clear();
        all.addAll(open.values());
        return close(all);
    }

    /** Takes the number of events that came after their window had been judged, or had no room for a window. */
    public long takeUnplaced() {
        long taken = unplaced;
        unplaced = 0;
        return taken;
    }

    private WindowTrace open(long window) {
        if (open.size() >= maxWindows) {
            giveUp(open.values().iterator().next());
        }
        WindowTrace trace = new WindowTrace(window);
        open.put(window, trace);
        return trace;
    }

    private void giveUp(WindowTrace oldest) {
        oldest.damage("more than " + maxWindows + " windows are open");
        close(List.of(oldest));
        if (givenUp.size() < maxWindows) {
            givenUp.add(oldest);
        } else {
            unplaced += oldest.events();
        }
    }

    private List<WindowTrace> close(List<WindowTrace> traces) {
        List<WindowTrace> closed = new ArrayList<>(traces);
        for (WindowTrace trace : closed) {
            if (open.remove(trace.window()) != null) {
                kept -= trace.size();
            }
            judged.add(trace.window());
        }
        while (judged.size() > REMEMBERED) {
            judged.remove(judged.iterator().next());
        }
        closed.sort((a, b) -> Long.compare(a.window(), b.window()));
        return Collections.unmodifiableList(closed);
    }
}

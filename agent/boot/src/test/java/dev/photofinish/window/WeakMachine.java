package dev.photofinish.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs a few threads of a few instructions on a memory that does what the Java memory model allows, in every possible way.
 *
 * <pre>
 * memory    per location the writes in their order (coherence), each with what its writer knew if it was a release
 * buffer    per thread the stores that are not in memory yet: a release leaves after all before it, a plain store in any order
 * view      per thread and location the oldest write that a plain or acquire read may still return (happens-before)
 *
 * plain     reads any write from the view on and learns nothing: reads need not be coherent
 * acquire   the same, and learns what the writer of a release knew
 * volatile  reads the last write, after the thread's own volatile stores have left the buffer; learns; is a release when it writes
 * </pre>
 *
 * Stronger than the model where it does not matter here: there are no reads of values from the future. Of locations that
 * nobody reads weakly the last write is all that is kept, and steps that touch no memory are taken at once.
 */
final class WeakMachine {
    /** Memory orderings, weakest first. */
    enum Mode {
        PLAIN,
        ACQUIRE,
        RELEASE,
        VOLATILE
    }

    /** One instruction: adds the states that may follow, none where it must wait. */
    interface Instruction {
        void step(WeakMachine machine, int thread, List<WeakMachine> next);
    }

    /** An instruction that touches no memory. */
    interface Local extends Instruction {
        WeakMachine after(WeakMachine machine, int thread);

        @Override
        default void step(WeakMachine machine, int thread, List<WeakMachine> next) {
            next.add(after(machine, thread));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    private record Write(int value, boolean release, int[] view) {}

    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    private record Store(int location, int value, Mode mode, int[] view) {}

    private final int threads;
    private final int locations;
    private final Set<Integer> weak;
    private final List<List<Write>> memory = new ArrayList<>();
    private final List<List<Store>> buffers = new ArrayList<>();
    private final int[][] views;
    private final int[] counters;
    private final int[][] registers;
    private long marks;

    /**
     * Memory that is all zero.
     *
     * @param weak the locations that are read by plain or acquire reads
     */
    WeakMachine(int threads, int locations, Set<Integer> weak) {
        this.weak = weak;
        this.threads = threads;
        this.locations = locations;
        this.views = new int[threads][locations];
        this.counters = new int[threads];
        this.registers = new int[threads][4];
        for (int i = 0; i < locations; i++) {
            memory.add(new ArrayList<>(List.of(new Write(0, false, new int[locations]))));
        }
        for (int i = 0; i < threads; i++) {
            buffers.add(new ArrayList<>());
        }
    }

    private WeakMachine(WeakMachine other) {
        this(other.threads, other.locations, other.weak);
        for (int i = 0; i < locations; i++) {
            memory.set(i, new ArrayList<>(other.memory.get(i)));
        }
        for (int i = 0; i < threads; i++) {
            buffers.set(i, new ArrayList<>(other.buffers.get(i)));
            views[i] = other.views[i].clone();
            registers[i] = other.registers[i].clone();
            counters[i] = other.counters[i];
        }
        marks = other.marks;
    }

    /** Explores every run; answers how a run broke the rule, by the marks it had, or null where none did. */
    static @Nullable WeakMachine violation(
            WeakMachine start, List<List<Instruction>> programs, Predicate<WeakMachine> rule) {
        Set<String> seen = new HashSet<>();
        Deque<WeakMachine> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            WeakMachine machine = open.pop();
            if (!seen.add(machine.key())) {
                continue;
            }
            if (!rule.test(machine)) {
                return machine;
            }
            List<WeakMachine> next = new ArrayList<>();
            for (int thread = 0; thread < machine.threads; thread++) {
                machine.flushes(thread, next);
                Instruction instruction = machine.instruction(thread, programs);
                if (instruction != null) {
                    instruction.step(machine, thread, next);
                }
            }
            next.forEach(state -> open.push(state.settled(programs)));
        }
        return null;
    }

    private @Nullable Instruction instruction(int thread, List<List<Instruction>> programs) {
        List<Instruction> program = programs.get(thread);
        return counters[thread] < program.size() ? program.get(counters[thread]) : null;
    }

    private WeakMachine settled(List<List<Instruction>> programs) {
        for (int thread = 0; thread < threads; thread++) {
            if (instruction(thread, programs) instanceof Local local) {
                return local.after(this, thread).settled(programs);
            }
        }
        return this;
    }

    int register(int thread, int register) {
        return registers[thread][register];
    }

    boolean marked(int mark) {
        return (marks & (1L << mark)) != 0;
    }

    /** Notes that something happened, and goes on. */
    WeakMachine mark(int thread, int mark) {
        WeakMachine next = advance(thread);
        next.marks |= 1L << mark;
        return next;
    }

    /** Notes one thing more that happened in the same step. */
    WeakMachine alsoMark(int mark) {
        marks |= 1L << mark;
        return this;
    }

    /** Goes on to the next instruction. */
    WeakMachine advance(int thread) {
        return skip(thread, 1);
    }

    /** Goes on, leaving out instructions. */
    WeakMachine skip(int thread, int by) {
        WeakMachine next = new WeakMachine(this);
        next.counters[thread] += by;
        return next;
    }

    void write(int thread, int location, int value, Mode mode, List<WeakMachine> next) {
        WeakMachine after = advance(thread);
        after.buffers.get(thread).add(new Store(location, value, mode, after.views[thread].clone()));
        next.add(after);
    }

    /** Reads into a register, in every way that the mode allows. */
    void read(int thread, int location, int register, Mode mode, List<WeakMachine> next) {
        List<Store> buffer = buffers.get(thread);
        if (mode == Mode.VOLATILE && buffer.stream().anyMatch(store -> store.mode == Mode.VOLATILE)) {
            return;
        }
        for (int i = buffer.size() - 1; i >= 0; i--) {
            if (buffer.get(i).location == location) {
                WeakMachine own = advance(thread);
                own.registers[thread][register] = buffer.get(i).value;
                next.add(own);
                return;
            }
        }
        List<Write> writes = memory.get(location);
        int first = mode == Mode.VOLATILE ? writes.size() - 1 : views[thread][location];
        for (int i = first; i < writes.size(); i++) {
            WeakMachine seen = advance(thread);
            seen.registers[thread][register] = writes.get(i).value;
            if (mode != Mode.PLAIN) {
                seen.views[thread][location] = Math.max(seen.views[thread][location], i);
                if (writes.get(i).release) {
                    join(seen.views[thread], writes.get(i).view);
                }
            }
            next.add(seen);
        }
    }

    /** Exchanges the expected value for another in one step, as volatile as can be; 1 in the register if that was there. */
    void compareAndSet(int thread, int location, int expected, int value, int register, List<WeakMachine> next) {
        if (weak.contains(location)) {
            throw new IllegalArgumentException("a location that nobody reads weakly expected, found " + location);
        }
        if (!buffers.get(thread).isEmpty()) {
            return;
        }
        WeakMachine after = advance(thread);
        Write last = memory.get(location).get(0);
        if (last.release) {
            join(after.views[thread], last.view);
        }
        after.registers[thread][register] = last.value == expected ? 1 : 0;
        if (last.value == expected) {
            after.memory.set(location, List.of(new Write(value, true, after.views[thread].clone())));
        }
        next.add(after);
    }

    private void flushes(int thread, List<WeakMachine> next) {
        List<Store> buffer = buffers.get(thread);
        for (int i = 0; i < buffer.size(); i++) {
            Store store = buffer.get(i);
            boolean release = store.mode.compareTo(Mode.RELEASE) >= 0;
            boolean mayLeave = true;
            for (int j = 0; j < i; j++) {
                mayLeave &= !release && buffer.get(j).location != store.location;
            }
            if (mayLeave) {
                next.add(flush(thread, i));
            }
        }
    }

    private WeakMachine flush(int thread, int index) {
        WeakMachine after = new WeakMachine(this);
        Store store = after.buffers.get(thread).remove(index);
        boolean release = store.mode.compareTo(Mode.RELEASE) >= 0;
        if (!weak.contains(store.location)) {
            after.memory.set(store.location, List.of(new Write(store.value, release, store.view)));
            return after;
        }
        int position = after.memory.get(store.location).size();
        int[] view = store.view.clone();
        view[store.location] = position;
        after.memory.get(store.location).add(new Write(store.value, release, view));
        after.views[thread][store.location] = position;
        // What the thread stored before a release is known to whoever sees the release.
        after.buffers.get(thread).replaceAll(later -> {
            int[] known = later.view.clone();
            known[store.location] = position;
            return new Store(later.location, later.value, later.mode, known);
        });
        return after;
    }

    private static void join(int[] view, int[] other) {
        for (int i = 0; i < view.length; i++) {
            view[i] = Math.max(view[i], other[i]);
        }
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        key.append(marks).append(Arrays.toString(counters));
        for (int i = 0; i < threads; i++) {
            key.append(Arrays.toString(views[i])).append(Arrays.toString(registers[i]));
            for (Store store : buffers.get(i)) {
                key.append(store.location)
                        .append(store.value)
                        .append(store.mode)
                        .append(Arrays.toString(store.view));
            }
            key.append('|');
        }
        for (List<Write> writes : memory) {
            for (Write write : writes) {
                key.append(write.value).append(write.release ? 'r' : 'p').append(Arrays.toString(write.view));
            }
            key.append(';');
        }
        return key.toString();
    }
}

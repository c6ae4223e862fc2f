package dev.photofinish.window;

import dev.photofinish.window.WeakMachine.Instruction;
import dev.photofinish.window.WeakMachine.Local;
import dev.photofinish.window.WeakMachine.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of {@link Gate} in small: an agent thread that opens and closes windows, one application thread that accesses a
 * field and publishes, another that sees what was published (through a third, or directly) and accesses the field. Or the agent
 * prepares windows and withdraws them, and a thread that accesses opens them. Kept in step with {@link Window} and the probes by
 * hand. {@code Gate.fields} is left out: a thread that reads it as false records
 * nothing, and one that reads it as true goes on to the window.
 *
 * <p>Two rules. Sound: where a window has recorded both accesses, it has recorded every release and acquire between them. Quiet:
 * nothing is recorded as an access any more when the totals of a window are read, so that its last event is its last.
 */
final class GateModel {
    /** Who opens windows. */
    enum Opening {
        BY_AGENT,
        /** The agent prepares them, and the threads open them that access the field. */
        BY_ACCESS,
        /** A further thread opens them too, which accesses another field. */
        BY_ANYONE
    }

    /** What is changed in the protocol. */
    enum Change {
        /** Synchronization stops being recorded before every thread has left its field probe. Not sound. */
        SYNC_CLOSED_BEFORE_GRACE,
        /** The window can be seen before synchronization is recorded. Not sound. */
        WINDOW_PUBLISHED_BEFORE_SYNC,
        /** The flag of a thread inside a field probe is set by a release store. Not quiet. */
        FLAG_SET_BY_RELEASE,
        /** The flag is set, but the window is not looked at again after that. Not quiet. */
        NO_SECOND_LOOK,
        /** The closing thread looks for threads by acquire reads of the table. Not quiet. */
        TABLE_READ_BY_ACQUIRE,
        /** The window is a plain field for those who record accesses. Not sound. */
        PLAIN_FIELD_WINDOW,
        /** Who triggers looks whether the window is still prepared, and claims it by a store. Not quiet. */
        TRIGGER_WITHOUT_CLAIM(Opening.BY_ANYONE),
        /** Who withdraws in vain closes the window without waiting for it to be open. Not quiet. */
        CLOSED_BEFORE_OPEN(Opening.BY_ANYONE),
        /** Who triggers lets the window be seen before synchronization is recorded. Not sound. */
        TRIGGERED_BEFORE_SYNC(Opening.BY_ANYONE);

        final Opening opening;

        Change() {
            this(Opening.BY_AGENT);
        }

        Change(Opening opening) {
            this.opening = opening;
        }
    }

    private static final int SYNC = 0;
    private static final int WINDOW = 1;
    private static final int FIELD_WINDOW = 2;
    private static final int PREPARED = 3;
    /** What the application's threads publish: one location per hop. */
    private static final int PUBLISHED = 4;

    private static final int END = 40;
    private static final int LATE = 50;
    private static final int HOPS = 2;
    private static final int PER_THREAD = PUBLISHED + HOPS;

    private final Set<Change> changes;
    private final int windows;
    private final Opening opening;
    private final int applicationThreads;

    /**
     * @param windows windows opened and closed one after the other
     * @param hops edges between the two accesses: 1 or 2
     */
    GateModel(int windows, int hops, Opening opening, Set<Change> changes) {
        this.windows = windows;
        this.opening = opening;
        this.applicationThreads = hops + 1;
        this.changes = changes;
    }

    /** A run that breaks the rule; null where there is none. */
    @Nullable
    WeakMachine violation() {
        List<List<Instruction>> programs = new ArrayList<>();
        for (int thread = 0; thread < applicationThreads; thread++) {
            programs.add(application(thread));
        }
        if (opening == Opening.BY_ANYONE) {
            List<Instruction> program = new ArrayList<>();
            trigger(program, applicationThreads);
            programs.add(program);
        }
        programs.add(agent());
        int locations = PER_THREAD + (applicationThreads + 1) * windows * 2;
        return WeakMachine.violation(new WeakMachine(programs.size(), locations, weak()), programs, this::holds);
    }

    private Set<Integer> weak() {
        Set<Integer> weak = new HashSet<>(Set.of(SYNC));
        if (changes.contains(Change.PLAIN_FIELD_WINDOW)) {
            weak.add(FIELD_WINDOW);
        }
        if (changes.contains(Change.TABLE_READ_BY_ACQUIRE)) {
            for (int thread = 0; thread < applicationThreads; thread++) {
                for (int window = 1; window <= windows; window++) {
                    weak.add(registered(thread, window));
                }
            }
        }
        return weak;
    }

    private boolean holds(WeakMachine machine) {
        if (machine.marked(LATE)) {
            return false;
        }
        for (int window = 1; window <= windows; window++) {
            boolean both =
                    machine.marked(mark(0, window, 0)) && machine.marked(mark(applicationThreads - 1, window, 0));
            for (int thread = 0; both && thread < applicationThreads; thread++) {
                boolean released = thread == applicationThreads - 1 || machine.marked(mark(thread, window, 1));
                boolean acquired = thread == 0 || machine.marked(mark(thread, window, 2));
                if (!released || !acquired) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Marks: 0 the access, 1 the release, 2 the acquire of a thread in a window. */
    private static int mark(int thread, int window, int what) {
        return (thread * 3 + window) * 3 + what;
    }

    /** Whether the thread's shadow is in the window's table. */
    private int registered(int thread, int window) {
        return PER_THREAD + (thread * windows + window - 1) * 2;
    }

    /** Whether the thread is inside a field probe of the window. */
    private int flag(int thread, int window) {
        return registered(thread, window) + 1;
    }

    private List<Instruction> application(int self) {
        List<Instruction> program = new ArrayList<>();
        boolean first = self == 0;
        boolean last = self == applicationThreads - 1;
        if (!first) {
            await(program, PUBLISHED + self - 1, 1, Mode.VOLATILE);
            syncProbe(program, self, 2);
        }
        if (first || last) {
            if (opening != Opening.BY_AGENT) {
                trigger(program, self);
            }
            fieldProbe(program, self);
        }
        if (!last) {
            syncProbe(program, self, 1);
            write(program, PUBLISHED + self, 1, Mode.VOLATILE);
        }
        return program;
    }

    /** {@code FieldProbe.record}. */
    private void fieldProbe(List<Instruction> program, int self) {
        Mode looks = changes.contains(Change.PLAIN_FIELD_WINDOW) ? Mode.PLAIN : Mode.VOLATILE;
        Mode sets = changes.contains(Change.FLAG_SET_BY_RELEASE) ? Mode.RELEASE : Mode.VOLATILE;
        read(program, FIELD_WINDOW, 0, looks);
        skipIfZero(program, 0, 5);
        program.add((machine, thread, next) ->
                machine.write(thread, registered(self, machine.register(thread, 0)), 1, Mode.VOLATILE, next));
        program.add((machine, thread, next) ->
                machine.write(thread, flag(self, machine.register(thread, 0)), 1, sets, next));
        if (changes.contains(Change.NO_SECOND_LOOK)) {
            program.add((Local) (machine, thread) -> machine.advance(thread));
            program.add((machine, thread, next) -> next.add(access(machine, self, thread)));
        } else {
            read(program, FIELD_WINDOW, 1, looks);
            program.add((machine, thread, next) -> next.add(
                    machine.register(thread, 0) == machine.register(thread, 1)
                            ? access(machine, self, thread)
                            : machine.advance(thread)));
        }
        program.add((machine, thread, next) ->
                machine.write(thread, flag(self, machine.register(thread, 0)), 0, Mode.RELEASE, next));
    }

    /** {@code AccessRecorder.trigger} and {@link Window#trigger}. */
    private void trigger(List<Instruction> program, int self) {
        read(program, FIELD_WINDOW, 0, Mode.VOLATILE);
        program.add((Local) (machine, thread) -> machine.skip(thread, machine.register(thread, 0) != 0 ? 8 : 1));
        read(program, PREPARED, 0, Mode.VOLATILE);
        skipIfZero(program, 0, 5);
        program.add((machine, thread, next) ->
                machine.write(thread, registered(self, machine.register(thread, 0)), 1, Mode.VOLATILE, next));
        if (changes.contains(Change.TRIGGER_WITHOUT_CLAIM)) {
            write(program, PREPARED, 0, Mode.VOLATILE);
        } else {
            program.add((machine, thread, next) ->
                    machine.compareAndSet(thread, PREPARED, machine.register(thread, 0), 0, 1, next));
        }
        boolean syncLast = changes.contains(Change.TRIGGERED_BEFORE_SYNC);
        program.add((machine, thread, next) -> {
            boolean claimed = changes.contains(Change.TRIGGER_WITHOUT_CLAIM) || machine.register(thread, 1) != 0;
            if (claimed) {
                machine.write(thread, WINDOW, machine.register(thread, 0), Mode.VOLATILE, next);
            } else {
                next.add(machine.skip(thread, 3));
            }
        });
        if (!syncLast) {
            write(program, SYNC, 1, Mode.PLAIN);
        }
        program.add((machine, thread, next) ->
                machine.write(thread, FIELD_WINDOW, machine.register(thread, 0), Mode.VOLATILE, next));
        if (syncLast) {
            write(program, SYNC, 1, Mode.PLAIN);
        }
    }

    private static WeakMachine access(WeakMachine machine, int self, int thread) {
        int window = machine.register(thread, 0);
        WeakMachine after = machine.mark(thread, mark(self, window, 0));
        return machine.marked(END + window) ? after.alsoMark(LATE) : after;
    }

    /** A synchronization probe and {@code Recorder.record}. */
    private void syncProbe(List<Instruction> program, int self, int what) {
        read(program, SYNC, 0, Mode.PLAIN);
        skipIfZero(program, 0, 3);
        read(program, WINDOW, 0, Mode.VOLATILE);
        skipIfZero(program, 0, 1);
        program.add((Local) (machine, thread) -> machine.mark(thread, mark(self, machine.register(thread, 0), what)));
    }

    private List<Instruction> agent() {
        List<Instruction> program = new ArrayList<>();
        for (int window = 1; window <= windows; window++) {
            if (opening != Opening.BY_AGENT) {
                prepareAndWithdraw(program, window);
            } else {
                open(program, window);
                close(program, window);
            }
        }
        return program;
    }

    /** {@code Window.prepare} and {@code Window.withdraw}, then {@code Window.close} if that was in vain. */
    private void prepareAndWithdraw(List<Instruction> program, int window) {
        write(program, PREPARED, window, Mode.VOLATILE);
        program.add((machine, thread, next) -> machine.compareAndSet(thread, PREPARED, window, 0, 0, next));
        List<Instruction> closing = new ArrayList<>();
        if (!changes.contains(Change.CLOSED_BEFORE_OPEN)) {
            await(closing, FIELD_WINDOW, window, Mode.VOLATILE);
        }
        close(closing, window);
        program.add((Local) (machine, thread) -> machine.register(thread, 0) == 0
                ? machine.skip(thread, 1)
                : machine.skip(thread, closing.size() + 1).alsoMark(END + window));
        program.addAll(closing);
    }

    /** {@code Window.open}. */
    private void open(List<Instruction> program, int window) {
        write(program, WINDOW, window, Mode.VOLATILE);
        if (!changes.contains(Change.WINDOW_PUBLISHED_BEFORE_SYNC)) {
            write(program, SYNC, 1, Mode.PLAIN);
        }
        write(program, FIELD_WINDOW, window, changes.contains(Change.PLAIN_FIELD_WINDOW) ? Mode.PLAIN : Mode.VOLATILE);
        if (changes.contains(Change.WINDOW_PUBLISHED_BEFORE_SYNC)) {
            write(program, SYNC, 1, Mode.PLAIN);
        }
    }

    /** {@code Window.close}. */
    private void close(List<Instruction> program, int window) {
        write(program, FIELD_WINDOW, 0, changes.contains(Change.PLAIN_FIELD_WINDOW) ? Mode.PLAIN : Mode.VOLATILE);
        if (changes.contains(Change.SYNC_CLOSED_BEFORE_GRACE)) {
            write(program, SYNC, 0, Mode.PLAIN);
        }
        Mode scans = changes.contains(Change.TABLE_READ_BY_ACQUIRE) ? Mode.ACQUIRE : Mode.VOLATILE;
        for (int thread = 0; thread < applicationThreads; thread++) {
            if (thread == 0 || thread == applicationThreads - 1) {
                read(program, registered(thread, window), 0, scans);
                skipIfZero(program, 0, 1);
                await(program, flag(thread, window), 0, Mode.VOLATILE);
            }
        }
        if (!changes.contains(Change.SYNC_CLOSED_BEFORE_GRACE)) {
            write(program, SYNC, 0, Mode.PLAIN);
        }
        write(program, WINDOW, 0, Mode.VOLATILE);
        program.add((machine, thread, next) -> next.add(machine.mark(thread, END + window)));
    }

    private static void write(List<Instruction> program, int location, int value, Mode mode) {
        program.add((machine, thread, next) -> machine.write(thread, location, value, mode, next));
    }

    private static void read(List<Instruction> program, int location, int register, Mode mode) {
        program.add((machine, thread, next) -> machine.read(thread, location, register, mode, next));
    }

    private static void skipIfZero(List<Instruction> program, int register, int by) {
        program.add((Local)
                (machine, thread) -> machine.skip(thread, machine.register(thread, register) == 0 ? by + 1 : 1));
    }

    /** Goes on when a read returns the value. */
    private static void await(List<Instruction> program, int location, int value, Mode mode) {
        program.add((machine, thread, next) -> {
            List<WeakMachine> read = new ArrayList<>();
            machine.read(thread, location, 3, mode, read);
            for (WeakMachine after : read) {
                if (after.register(thread, 3) == value) {
                    next.add(after);
                }
            }
        });
    }
}

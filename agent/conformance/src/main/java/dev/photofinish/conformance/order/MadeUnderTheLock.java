package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("a pool makes and locks a member under its own lock, and a member in use asks the pool (Lucene)")
@Clean
final class MadeUnderTheLock implements Program {
    private final Deque<ReentrantLock> members = new ArrayDeque<>();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, this::make), () -> turns.each(1, this::use));
    }

    private void make() {
        ReentrantLock fresh;
        synchronized (members) {
            fresh = new ReentrantLock();
            fresh.lock();
            members.add(fresh);
        }
        fresh.unlock();
    }

    private void use() {
        ReentrantLock member;
        synchronized (members) {
            member = members.remove();
        }
        member.lock();
        try {
            synchronized (members) {
                Thread.onSpinWait();
            }
        } finally {
            member.unlock();
        }
    }
}

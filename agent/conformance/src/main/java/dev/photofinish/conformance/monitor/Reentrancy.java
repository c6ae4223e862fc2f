package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The inner exit of a reentrant monitor releases nothing, the outer exit releases all")
@Clean
final class Reentrancy implements Program {
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::outer, this::outer);
        Check.equal(6, balance);
    }

    private synchronized void outer() {
        balance++;
        inner();
        balance++;
    }

    private synchronized void inner() {
        balance++;
    }
}

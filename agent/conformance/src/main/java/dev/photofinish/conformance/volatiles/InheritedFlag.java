package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A volatile that is declared in a superclass and accessed through the subclass")
@Clean
final class InheritedFlag implements Program {
    private final Task task = new Task();

    @Override
    public void run() throws Exception {
        Threads.concurrently(task::finish, task::awaitResult);
        Check.equal(2, task.result);
    }

    static class Completion {
        volatile boolean done;
    }

    static final class Task extends Completion {
        int result;

        void finish() {
            result = 1;
            done = true;
        }

        void awaitResult() {
            while (!done) {
                Thread.onSpinWait();
            }
            result++;
        }
    }
}

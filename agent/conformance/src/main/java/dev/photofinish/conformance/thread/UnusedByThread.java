package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A thread is given an object and does not touch it", go = "NoRaceStackPushPop")
@Clean
final class UnusedByThread implements Program {
    @Override
    public void run() throws Exception {
        Stack stack = new Stack();
        Thread thread = Threads.start(() -> Check.that(stack != null, "a stack"));
        stack.push(1);
        Check.equal(1, stack.pop());
        Threads.join(thread);
    }

    static final class Stack {
        private final int[] values = new int[4];
        private int size;

        void push(int value) {
            values[size++] = value;
        }

        int pop() {
            return values[--size];
        }
    }
}

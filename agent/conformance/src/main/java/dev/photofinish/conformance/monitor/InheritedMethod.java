package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("An overriding method and the inherited one lock the same receiver")
@Clean
final class InheritedMethod implements Program {
    private final Savings savings = new Savings();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> savings.add(1), () -> savings.addTwice(1));
        Check.equal(5, savings.balance);
    }

    static class Account {
        int balance;

        synchronized void add(int amount) {
            balance += amount;
        }
    }

    static final class Savings extends Account {
        @Override
        synchronized void add(int amount) {
            balance += amount;
            super.add(0);
        }

        synchronized void addTwice(int amount) {
            super.add(amount);
            add(amount);
            balance += 2;
        }
    }
}

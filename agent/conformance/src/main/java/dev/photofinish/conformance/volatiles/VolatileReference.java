package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import org.jspecify.annotations.Nullable;

@Scenario("A volatile reference publishes the object that it is set to")
@Clean
final class VolatileReference implements Program {
    volatile @Nullable Account account;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    account = opened;
                },
                () -> {
                    Account seen = account;
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = account;
                    }
                    seen.balance++;
                    Check.equal(2, seen.balance);
                });
    }

    static final class Account {
        int balance;
    }
}

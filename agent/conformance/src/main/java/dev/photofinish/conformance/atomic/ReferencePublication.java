package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

@Scenario(value = "An AtomicReference publishes the object that it is set to", go = "NoRaceAtomicLoadStorePointer")
@Clean
final class ReferencePublication implements Program {
    private final AtomicReference<@Nullable Account> account = new AtomicReference<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    account.set(opened);
                },
                () -> {
                    Account seen = account.get();
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = account.get();
                    }
                    seen.balance++;
                    Check.equal(2, seen.balance);
                });
    }

    static final class Account {
        int balance;
    }
}

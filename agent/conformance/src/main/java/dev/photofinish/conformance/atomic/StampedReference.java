package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import org.jspecify.annotations.Nullable;

@Scenario("AtomicStampedReference and AtomicMarkableReference publish")
@Clean
final class StampedReference implements Program {
    private final AtomicStampedReference<@Nullable Account> account = new AtomicStampedReference<>(null, 0);
    private final AtomicMarkableReference<@Nullable Account> closed = new AtomicMarkableReference<>(null, false);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    Check.equal(true, account.compareAndSet(null, opened, 0, 1));
                },
                () -> {
                    Account seen = account.getReference();
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = account.getReference();
                    }
                    seen.balance++;
                    closed.set(seen, true);
                },
                () -> {
                    while (!closed.isMarked()) {
                        Thread.onSpinWait();
                    }
                    Account seen = closed.getReference();
                    Check.that(seen != null && seen.balance == 2, "a balance of 2");
                });
    }

    static final class Account {
        int balance;
    }
}

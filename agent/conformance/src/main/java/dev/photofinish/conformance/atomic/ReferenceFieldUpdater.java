package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

@Scenario("A reference field updater publishes the object")
@Clean
final class ReferenceFieldUpdater implements Program {
    private static final AtomicReferenceFieldUpdater<ReferenceFieldUpdater, Account> ACCOUNT =
            AtomicReferenceFieldUpdater.newUpdater(ReferenceFieldUpdater.class, Account.class, "account");

    volatile @Nullable Account account;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    ACCOUNT.lazySet(this, opened);
                },
                () -> {
                    Account seen = ACCOUNT.get(this);
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = ACCOUNT.get(this);
                    }
                    seen.balance++;
                    Check.equal(2, seen.balance);
                });
    }

    static final class Account {
        int balance;
    }
}

package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("The object is changed after a volatile reference published it")
@Races("Account.balance")
final class WriteAfterPublication implements Program {
    private final Marker changed = new Marker();
    volatile @Nullable Account account;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    account = opened;
                    opened.balance = 1;
                    changed.reach();
                },
                () -> {
                    changed.await();
                    Account seen = account;
                    if (seen != null) {
                        seen.balance++;
                    }
                });
    }

    static final class Account {
        int balance;
    }
}

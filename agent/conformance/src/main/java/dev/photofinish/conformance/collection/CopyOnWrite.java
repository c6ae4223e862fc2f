package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Scenario("A CopyOnWriteArrayList publishes its elements")
@Clean
final class CopyOnWrite implements Program {
    private final List<Account> accounts = new CopyOnWriteArrayList<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    accounts.add(opened);
                },
                () -> {
                    while (accounts.isEmpty()) {
                        Thread.onSpinWait();
                    }
                    for (Account account : accounts) {
                        account.balance++;
                        Check.equal(2, account.balance);
                    }
                });
    }

    static final class Account {
        int balance;
    }
}

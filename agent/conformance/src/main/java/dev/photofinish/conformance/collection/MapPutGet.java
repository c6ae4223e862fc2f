package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("put to get of the key through a ConcurrentHashMap")
@Clean
final class MapPutGet implements Program {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Account opened = new Account();
                    opened.balance = 1;
                    accounts.put("a", opened);
                },
                () -> {
                    Account seen = accounts.get("a");
                    while (seen == null) {
                        Thread.onSpinWait();
                        seen = accounts.get("a");
                    }
                    seen.balance++;
                    Check.equal(2, seen.balance);
                });
    }

    static final class Account {
        int balance;
    }
}

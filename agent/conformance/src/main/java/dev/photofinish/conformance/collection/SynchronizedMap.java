package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

@Scenario("A synchronizedMap publishes through its mutex")
@Clean
final class SynchronizedMap implements Program {
    private final Map<String, Account> accounts = Collections.synchronizedMap(new HashMap<>());

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

package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("compute runs under the key's lock")
@Clean
final class MapComputed implements Program {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void run() throws Exception {
        accounts.put("a", new Account());
        Threads.concurrently(this::deposit, this::deposit);
        Account account = accounts.get("a");
        Check.equal(20, account == null ? -1 : account.balance);
    }

    private void deposit() {
        for (int i = 0; i < 10; i++) {
            accounts.computeIfPresent("a", (key, account) -> {
                account.balance++;
                return account;
            });
        }
    }

    static final class Account {
        int balance;
    }
}

package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("An object in a ConcurrentHashMap is changed by two threads that got it")
@Races("Account.balance")
final class MapValueChanged implements Program {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void run() throws Exception {
        accounts.put("a", new Account());
        Threads.concurrently(this::deposit, this::deposit);
    }

    private void deposit() {
        Account account = accounts.get("a");
        if (account != null) {
            account.balance++;
        }
    }

    static final class Account {
        int balance;
    }
}

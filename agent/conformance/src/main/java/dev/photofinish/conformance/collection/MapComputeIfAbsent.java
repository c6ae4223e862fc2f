package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("computeIfAbsent publishes the object it makes once")
@Clean
final class MapComputeIfAbsent implements Program {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::use, this::use, this::use);
    }

    private void use() {
        Check.equal(1, accounts.computeIfAbsent("a", key -> new Account(1)).balance);
    }

    static final class Account {
        int balance;

        Account(int balance) {
            this.balance = balance;
        }
    }
}

package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Scenario("putIfAbsent hands the winner's object to the loser")
@Clean
final class MapPutIfAbsent implements Program {
    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::use, this::use, this::use);
    }

    private void use() {
        Account own = new Account();
        own.balance = 1;
        Account other = accounts.putIfAbsent("a", own);
        Check.equal(1, other == null ? own.balance : other.balance);
    }

    static final class Account {
        int balance;
    }
}

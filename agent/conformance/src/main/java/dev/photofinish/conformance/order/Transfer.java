package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("money goes from one account to the other, and back")
@Clean
@Deadlock(locks = 2)
final class Transfer implements Program {
    private final Account one = new Account();
    private final Account other = new Account();
    private final Turns turns = new Turns(2);

    private static final class Account {
        private int balance = 100;

        void transfer(Account to, int amount) {
            synchronized (this) {
                balance -= amount;
                to.add(amount);
            }
        }

        private synchronized void add(int amount) {
            balance += amount;
        }
    }

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, () -> pay(one, other)), () -> turns.each(1, () -> pay(other, one)));
        Check.equal(100, one.balance);
    }

    private void pay(Account from, Account to) {
        from.transfer(to, 10);
    }
}

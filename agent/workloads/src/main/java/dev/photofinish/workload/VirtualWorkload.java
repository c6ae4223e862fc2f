package dev.photofinish.workload;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads, one for each request: a pool of connections, accounts behind locks, a queue to a clerk, sleeps. */
final class VirtualWorkload implements Workload {
    private static final int FIRST_JDK = 21;
    private static final Duration PAUSE = Duration.ofMillis(4);
    private static final int ACCOUNTS = 16;
    private static final long AMOUNT = 100;
    private static final int MEMBERS = 4;
    private static final int REQUESTS = 8;
    private static final int SLEEP_EVERY = 24;
    private static final int CONNECTIONS = 4;

    /** The number of the question after which the clerk goes. */
    private static final long LAST = -1;

    private final Account[] accounts = new Account[ACCOUNTS];
    private final Connections connections = new Connections();
    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();

    @Override
    public String run(Duration time) throws Exception {
        ExecutorService threads = threadForEachTask();
        try (Crew crew = new Crew(time)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                accounts[i] = new Account();
            }
            Future<Long> clerk = threads.submit(this::answer);
            for (int i = 0; i < MEMBERS; i++) {
                int member = i;
                crew.add(PAUSE, round -> {
                    List<Future<Long>> requests = new ArrayList<>();
                    for (int request = 0; request < REQUESTS; request++) {
                        long number = (round * MEMBERS + member) * REQUESTS + request;
                        requests.add(threads.submit(() -> serve(number)));
                    }
                    for (Future<Long> request : requests) {
                        Check.that(request.get(30, TimeUnit.SECONDS) >= 0, "an answer");
                    }
                });
            }
            long rounds = crew.await();
            questions.put(new Question(new Parcel(LAST), new CompletableFuture<>()));
            long answered = clerk.get(30, TimeUnit.SECONDS);
            Check.equal(rounds * REQUESTS, answered, "the answered requests");
            long sum = 0;
            for (Account account : accounts) {
                sum += account.balance();
            }
            Check.equal(AMOUNT * ACCOUNTS, sum, "the sum of all accounts");
            Check.equal(rounds * REQUESTS, connections.served(), "the uses of connections");
            return rounds + " rounds, " + answered + " requests";
        } finally {
            threads.shutdownNow();
            Check.that(threads.awaitTermination(30, TimeUnit.SECONDS), "the virtual threads to end");
        }
    }

    /** By reflection: this is compiled for JDK 17. */
    private static ExecutorService threadForEachTask() throws ReflectiveOperationException {
        if (Runtime.version().feature() < FIRST_JDK) {
            throw new UnsupportedOperationException("expected JDK " + FIRST_JDK
                    + " or later, which have virtual threads, found JDK "
                    + Runtime.version().feature());
        }
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** One request. */
    private long serve(long number) throws Exception {
        Parcel connection = connections.take();
        try {
            connection.fill(connection.open() + 1);
            if (number % SLEEP_EVERY == 0) {
                Thread.sleep(1);
            }
            int from = (int) (number * 7919 % ACCOUNTS);
            int to = (int) ((number * 31 + 5) % ACCOUNTS);
            accounts[from].add(-1);
            accounts[to].add(1);
        } finally {
            connections.give(connection);
        }
        Question question = new Question(new Parcel(number), new CompletableFuture<>());
        questions.put(question);
        long answer = question.answer.get(30, TimeUnit.SECONDS).open();
        Check.equal(-number, answer, "the answer");
        return number;
    }

    /** The clerk: a virtual thread that lives as long as the workload. */
    private long answer() throws InterruptedException {
        long answered = 0;
        while (true) {
            Question question = questions.take();
            long number = question.number.open();
            if (number == LAST) {
                return answered;
            }
            question.answer.complete(new Parcel(-number));
            answered++;
        }
    }

    private record Question(Parcel number, CompletableFuture<Parcel> answer) {}

    /** Behind its monitor. */
    private static final class Account {
        private long balance = AMOUNT;

        synchronized void add(long amount) {
            balance += amount;
        }

        synchronized long balance() {
            return balance;
        }
    }

    /** Fewer than there are requests at a time; each is a parcel that counts its uses. */
    private static final class Connections {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition given = lock.newCondition();
        private final Deque<Parcel> idle = new ArrayDeque<>();

        Connections() {
            for (int i = 0; i < CONNECTIONS; i++) {
                idle.add(new Parcel(0));
            }
        }

        Parcel take() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (idle.isEmpty()) {
                    given.await();
                }
                return idle.removeFirst();
            } finally {
                lock.unlock();
            }
        }

        void give(Parcel connection) {
            lock.lock();
            try {
                idle.addLast(connection);
                given.signal();
            } finally {
                lock.unlock();
            }
        }

        /** To be asked for when no request runs. */
        long served() throws InterruptedException {
            long served = 0;
            for (int i = 0; i < CONNECTIONS; i++) {
                served += take().open();
            }
            return served;
        }
    }
}

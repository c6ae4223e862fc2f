package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A failure is added to another one, and found there by another thread")
@Clean
final class SuppressedFailure implements Program {
    private final Exception first = new Exception("first");

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Own second = new Own();
                    second.code = 1;
                    first.addSuppressed(second);
                },
                () -> {
                    while (first.getSuppressed().length == 0) {
                        Thread.sleep(1);
                    }
                    ((Own) first.getSuppressed()[0]).code++;
                });
        Check.equal(2, ((Own) first.getSuppressed()[0]).code);
    }

    private static final class Own extends Exception {
        private static final long serialVersionUID = 1;

        int code;
    }
}

package dev.photofinish.driver;

import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ContextBase;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thread configures an appender, starting and stopping it, while two others log through it. In logback-core 1.1.2
 * {@code AppenderBase.started} is a plain field that {@code start} and {@code stop} write without the lock that {@code
 * doAppend} holds (LOGBACK-1037); in 1.1.3 it is volatile.
 */
public final class LogbackDriver {
    private static final int ROUNDS = 200;

    private LogbackDriver() {}

    /** Goes 200 rounds, or with the argument {@code forever} until the end of its input. */
    public static void main(String[] args) throws InterruptedException, IOException {
        boolean forever = args.length > 0 && args[0].equals("forever");
        AtomicBoolean ended = new AtomicBoolean();
        Sink sink = new Sink();
        sink.setContext(new ContextBase());
        sink.setName("sink");
        sink.start();
        Thread[] threads = {
            new Thread(() -> rounds(forever, ended, () -> restart(sink)), "configurer"),
            new Thread(() -> rounds(forever, ended, () -> sink.doAppend("one")), "logger-1"),
            new Thread(() -> rounds(forever, ended, () -> sink.doAppend("other")), "logger-2")
        };
        for (Thread thread : threads) {
            thread.start();
        }
        System.out.println("ready");
        while (forever && System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        ended.set(forever);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("appended " + sink.appended);
    }

    private static void rounds(boolean forever, AtomicBoolean ended, Runnable round) {
        for (int i = 0; forever ? !ended.get() : i < ROUNDS; i++) {
            round.run();
            pause();
        }
    }

    private static void restart(Sink sink) {
        sink.stop();
        sink.start();
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Sink extends AppenderBase<String> {
        private long appended; // guarded by this, which doAppend holds

        @Override
        protected void append(String event) {
            appended++;
        }
    }
}

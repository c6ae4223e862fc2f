package dev.photofinish.known;

import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ContextBase;

/** One thread starts an appender without the lock under which another logs through it (LOGBACK-1037). */
final class LogbackCore implements Driver {
    private final AppenderBase<String> appender = new Sink();

    LogbackCore() {
        appender.setContext(new ContextBase());
        appender.setName("sink");
    }

    @Override
    public void first() {
        appender.start();
    }

    @Override
    public void second() {
        appender.doAppend("event");
    }

    private static final class Sink extends AppenderBase<String> {
        @Override
        protected void append(String event) {
            if (!isStarted()) {
                throw new IllegalStateException("expected to be started");
            }
        }
    }
}

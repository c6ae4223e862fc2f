package dev.photofinish.known;

import org.apache.log4j.spi.ThrowableInformation;

/** Two threads, two appenders say, ask for the lines of one event's stack trace. */
final class Log4j implements Driver {
    private final ThrowableInformation information = new ThrowableInformation(new IllegalStateException("shown"));

    @Override
    public void first() {
        information.getThrowableStrRep();
    }

    @Override
    public void second() {
        information.getThrowableStrRep();
    }
}

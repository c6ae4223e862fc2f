package dev.photofinish.known;

import org.apache.log4j.Logger;

/** What an application logs, and logs from, under its own lock. The only class here that is woven. */
final class Account {
    private int paid;

    synchronized void pay(Logger logger) {
        paid++;
        logger.info("paid");
    }

    @Override
    public synchronized String toString() {
        return "account, paid " + paid;
    }
}

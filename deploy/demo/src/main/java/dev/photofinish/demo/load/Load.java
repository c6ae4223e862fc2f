package dev.photofinish.demo.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Customers and staff of both editions, from construction to {@link #close}. */
public final class Load implements AutoCloseable {
    private static final List<String> EDITIONS = List.of("buggy", "fixed");
    private static final int CUSTOMERS_PER_EDITION = 4;
    private static final int DELIVERY_MILLIS = 100;
    private static final int OFFICE_MILLIS = 125;

    private final Browser browser;
    private final List<Person> people = new ArrayList<>();

    /** Starts all threads; with 0 visits each second there are none. */
    public Load(URI service, int visitsPerSecond) {
        browser = new Browser(service);
        if (visitsPerSecond > 0) {
            int customers = CUSTOMERS_PER_EDITION * EDITIONS.size();
            int visitMicros = 1_000_000 * customers / visitsPerSecond;
            EDITIONS.forEach(edition -> addPeople(edition, visitMicros));
        }
        people.forEach(Person::start);
    }

    private void addPeople(String edition, int visitMicros) {
        Visit visit = new Visit(browser, "/" + edition);
        Office office = new Office(browser, "/" + edition);
        for (int i = 1; i <= CUSTOMERS_PER_EDITION; i++) {
            add("customer-" + edition + "-" + i, visitMicros, visit::shop);
        }
        add("clerk-" + edition, DELIVERY_MILLIS * 1_000, office::deliver);
        add("accountant-" + edition, OFFICE_MILLIS * 1_000, office::account);
    }

    private void add(String name, int pauseMicros, IntConsumer work) {
        people.add(new Person(name, pauseMicros, work));
    }

    /** Requests answered as expected. */
    public long answered() {
        return browser.answered();
    }

    /** Requests that failed or were answered with an error. */
    public long failed() {
        return browser.failed();
    }

    /** Ends all threads, and returns when they have ended. */
    @Override
    public void close() {
        browser.close();
        people.forEach(Person::interrupt);
        people.forEach(Person::join);
    }
}

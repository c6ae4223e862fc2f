package dev.photofinish.demo.shop;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The screen in the shop: one thread that again and again shows the takings and what is wanted most. */
final class Display implements AutoCloseable {
    private static final int REFRESH_MILLIS = 5;

    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Thread thread;
    private volatile String text = "";

    Display(String name, Ledger ledger, Catalogue catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        thread = new Thread(this::live, "display-" + name);
        thread.start();
    }

    /** What it shows. */
    String text() {
        return text;
    }

    @Override
    public void close() {
        thread.interrupt();
        Interruptions.join(thread);
    }

    private void live() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                refresh();
                TimeUnit.MILLISECONDS.sleep(REFRESH_MILLIS);
            }
        } catch (InterruptedException e) {
            // close() interrupts the pause: the normal end.
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        List<String> wanted = catalogue.search("");
        text = "%d cents today, most wanted: %s".formatted(ledger.openCents(), wanted.get(0));
    }
}

package dev.photofinish.transport;

import dev.photofinish.drill.Drill;
import dev.photofinish.probe.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.ThreadLocalRandom;

/** Sends spooled chunks to the analyzer, in order, at least once; backs off while it cannot be reached. */
final class Shipper implements Runnable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 20_000;
    private static final long FIRST_BACKOFF_MILLIS = 250;
    private static final long LONGEST_BACKOFF_MILLIS = 15_000;
    private static final int OK = 200;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final Spool spool;
    private final URI endpoint;
    private final String instance;
    private final String service;
    private final String token;
    private final Drill drill;
    private volatile boolean stopping;
    private volatile long shipped;
    private volatile String problem = "";
    private volatile boolean failed;

    Shipper(Spool spool, URI analyzer, String instance, String service, String token, Drill drill) {
        this.spool = spool;
        this.endpoint = URI.create(analyzer.toString().replaceAll("/+$", "") + "/api/v1/chunks");
        this.instance = instance;
        this.service = service;
        this.token = token;
        this.drill = drill;
    }

    long shipped() {
        return shipped;
    }

    /** Why the last attempt failed; empty after a success. */
    String problem() {
        return problem;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            ship();
        } catch (Throwable e) {
            // Nobody else would notice that this thread is gone. The scheduler gives up at the next window.
            Failures.record(e);
            problem = "sending has ended: " + e;
            failed = true;
        }
    }

    private void ship() {
        long backoff = FIRST_BACKOFF_MILLIS;
        while (!stopping) {
            try {
                Spool.Spooled next = spool.await(1_000);
                drill.reach("transport");
                if (next == null) {
                    continue;
                }
                if (attempt(next)) {
                    backoff = FIRST_BACKOFF_MILLIS;
                } else {
                    Thread.sleep(backoff / 2 + ThreadLocalRandom.current().nextLong(backoff));
                    backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLIS);
                }
            } catch (InterruptedException e) {
                problem = stopping ? problem : "sending was interrupted";
            } catch (IOException e) {
                problem = "the spool cannot be read: " + e;
            }
        }
    }

    /** Sends what is spooled, once each, until the deadline: at the end of the agent. */
    void drain(long deadlineNanos) throws IOException, InterruptedException {
        while (!spool.isEmpty() && System.nanoTime() - deadlineNanos < 0) {
            Spool.Spooled next = spool.await(0);
            if (next != null && !attempt(next)) {
                return;
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time sends
    private synchronized boolean attempt(Spool.Spooled next) throws IOException {
        int status;
        try {
            status = post(next);
        } catch (IOException e) {
            problem = "the analyzer at " + endpoint + " cannot be reached: " + e.getMessage();
            return false;
        }
        if (status >= OK && status < 300) {
            problem = failed ? problem : "";
            shipped++;
            spool.remove(next, true);
            return true;
        }
        problem = "the analyzer at " + endpoint + " answered " + status;
        if (status >= 400
                && status < 500
                && status != TIMEOUT
                && status != TOO_MANY
                && status != 401
                && status != 403) {
            spool.remove(next, false);
        }
        return false;
    }

    private int post(Spool.Spooled next) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        try {
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setFixedLengthStreamingMode(next.size());
            connection.setRequestProperty("Content-Type", "application/octet-stream");
            connection.setRequestProperty("Content-Encoding", "gzip");
            connection.setRequestProperty("Photofinish-Instance", instance);
            connection.setRequestProperty("Photofinish-Sequence", Long.toString(next.sequence()));
            connection.setRequestProperty("Photofinish-Service", service);
            if (!token.isEmpty()) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            try (OutputStream out = connection.getOutputStream()) {
                Files.copy(next.file(), out);
            }
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}

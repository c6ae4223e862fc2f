package dev.photofinish.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;

/** {@code Load <address>}: callers that each wait for an answer, check it, and ask again. */
public final class Load {
    static final String BEGIN = "begin";
    static final String END = "end";

    /** Begins the line of a load that ends for an answer that was wrong. */
    static final String FAILED = "failed: ";

    private static final int CALLERS = 6;

    /** A machine on which JVMs run in turn stops the service now and then. */
    private static final long PATIENCE_SECONDS = 60;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    private static final int DIGITS = 3;

    /** Which part of the time callers ask, in percent; 0 for one question in two milliseconds. */
    private static final int LOAD = Integer.getInteger("workload.load", 0);

    private static final long PAUSE_NANOS = 2_000_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Recorder times = new Recorder(LONGEST_NANOS, DIGITS);
    private final HttpClient client;
    private final URI address;

    private Load(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    /** Ends with its input; with 1 and a stack trace when an answer was wrong. */
    public static void main(String[] arguments) throws Exception {
        HttpClient client = new HttpClient();
        client.start();
        Load load = new Load(client, URI.create(arguments[0]));
        for (int i = 0; i < CALLERS; i++) {
            long first = i;
            new Thread(() -> load.call(first), "caller-" + i).start();
        }
        load.obey();
        System.exit(0);
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            if (line.equals(BEGIN)) {
                times.reset();
            } else if (line.equals(END)) {
                System.out.println(encoded(times.getIntervalHistogram()));
            } else {
                throw new IOException("expected " + BEGIN + " or " + END + ", found " + line);
            }
        }
    }

    private void call(long first) {
        try {
            for (long number = first; ; number += CALLERS) {
                long started = System.nanoTime();
                ask(number);
                long took = System.nanoTime() - started;
                times.recordValue(Math.min(took, LONGEST_NANOS));
                rest(took);
            }
        } catch (Throwable failed) {
            System.out.println(FAILED + failed);
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void rest(long took) {
        if (LOAD == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        } else if (LOAD < 100) {
            LockSupport.parkNanos(took * (100 - LOAD) / LOAD);
        }
    }

    /** Sends an order and reads it back, and once in eight times looks at the latest. */
    private void ask(long number) throws Exception {
        Order sent = Order.of(number);
        Order kept = mapper.readValue(
                answer(client.newRequest(address)
                        .method(HttpMethod.POST)
                        .body(new BytesRequestContent("application/json", mapper.writeValueAsBytes(sent)))),
                Order.class);
        check(kept.cents() == sent.sum() && kept.lines().equals(sent.lines()), "the order sent", kept);
        Order again = mapper.readValue(answer(client.newRequest(address.resolve("/" + kept.id()))), Order.class);
        check(again == null || again.equals(kept), "the order " + kept, again);
        if (number % 8 == 0) {
            List<Order> latest =
                    mapper.readValue(answer(client.newRequest(address)), new TypeReference<List<Order>>() {});
            check(!latest.isEmpty() && latest.stream().allMatch(one -> one.cents() == one.sum()), "orders", latest);
        }
    }

    /** Of an order that is no longer kept {@code null}. */
    private static byte[] answer(Request request) throws Exception {
        ContentResponse response =
                request.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).send();
        int status = response.getStatus();
        check(status == HttpStatus.OK_200 || status == HttpStatus.NOT_FOUND_404, "status 200 or 404", response);
        return response.getContent();
    }

    private static void check(boolean right, String expected, Object found) {
        if (!right) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}

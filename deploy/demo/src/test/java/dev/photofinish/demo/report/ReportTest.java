package dev.photofinish.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String RACE = """
            {"id": "1", "field": "com.acme.Shop.count", "grade": "high", "count": 46, "unheardOf": [1], "accesses": [
              {"kind": "write", "className": "com.acme.Shop", "method": "add", "line": 7, "thread": "worker-1",
               "locks": [{"lockClass": "com.acme.Mutex", "identity": 3, "acquiredAt": "com.acme.Shop.add:5"}],
               "stack": [{"className": "com.acme.Shop", "method": "add", "line": 7},
                         {"className": "com.acme.Main", "method": "run", "line": 20}], "stackExact": true},
              {"kind": "read", "className": "com.acme.Shop", "method": "count", "line": 11, "thread": "worker-2",
               "locks": [], "stack": [], "stackExact": false}]}""";
    private static final String WAITS = """
            {"service": "demo", "lockClass": "com.acme.Ledger", "site": "com.acme.Ledger.book:12",
             "kind": "monitor", "source": "handoff", "waits": 9, "waitNanos": 45000000, "maxWaitNanos": 12500000,
             "holdNanos": 1, "holders": [{"site": "com.acme.Ledger.close:20", "thread": "clerk", "count": 5},
             {"site": "com.acme.Ledger.book:12", "thread": "clerk", "count": 4},
             {"site": "com.acme.Ledger.close:20", "thread": "boss", "count": 3}],
             "stack": []}""";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpServer analyzer;
    private final Path directory;

    ReportTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        analyzer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void startAnalyzer() {
        answer("findings", "");
        answer("contention", "");
        analyzer.createContext("/", exchange -> {
            byte[] body =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        analyzer.start();
    }

    @AfterEach
    void stopAnalyzer() {
        analyzer.stop(0);
    }

    @Test
    void race_isToldWithBothSidesLocksAndStacks() throws Exception {
        answer("findings", RACE);

        int status = report(60, "racy com.acme.Shop.count");

        assertThat(status).isZero();
        assertThat(text(out))
                .contains("RACE  com.acme.Shop.count   [high, seen 46 times]")
                .contains("write at Shop.add:7 by thread 'worker-1', locks held: Mutex (taken at Shop.add:5)")
                .contains("com.acme.Main.run:20")
                .contains("read at Shop.count:11 by thread 'worker-2', locks held: none")
                .contains("1 of 1 racy fields of the sample service found, the first ")
                .contains(" s after the attach began; of its 0 correct fields, and of all others, 0 reported");
    }

    @Test
    void contention_isToldWithItsHolder() throws Exception {
        answer("findings", RACE);
        answer("contention", WAITS);

        report(60, "racy com.acme.Shop.count", "contended com.acme.Ledger held by Ledger.close");

        assertThat(text(out))
                .contains("LOCK  com.acme.Ledger   [handoff: 9 waits, 45.0 ms in all, longest 12.5 ms]")
                .contains("waited at  Ledger.book:12")
                .contains("held by    Ledger.close:20 (8 times)\n  held by    Ledger.book:12 (4 times)");
    }

    @Test
    void raceThatIsNotExpected_isToldLoudly() throws Exception {
        answer("findings", RACE);

        report(0, "clean com.acme.Shop.count", "racy com.acme.Shop.other");

        assertThat(text(out))
                .contains("0 of 1 racy fields")
                .contains("of its 1 correct fields, and of all others, 1 reported")
                .contains("not found yet: com.acme.Shop.other")
                .contains("REPORTED, BUT NOT KNOWN TO BE RACY: com.acme.Shop.count");
    }

    @Test
    void nothingFoundInTime_endsWith1() throws Exception {
        assertThat(report(0, "racy com.acme.Shop.count")).isEqualTo(1);
        assertThat(text(out)).contains("0 of 1 racy fields");
    }

    @Test
    void analyzerThatAnswersWithAnError_endsWith2AndOneSentence() throws Exception {
        answers.clear();

        assertThat(report(60, "racy com.acme.Shop.count")).isEqualTo(2);
        assertThat(text(err)).contains("/api/v1/findings?pageSize=500: expected HTTP status 200, found 404");
    }

    @Test
    void missingOption_isNamed() {
        int status = Report.run(stream(out), stream(err), "analyzer=http://127.0.0.1:1");

        assertThat(status).isEqualTo(2);
        assertThat(text(err)).contains("expected: expected expected=");
    }

    private int report(int timeoutSeconds, String... expected) throws IOException {
        Path file = Files.write(directory.resolve("EXPECTED.txt"), List.of(expected));
        return Report.run(
                stream(out),
                stream(err),
                "analyzer=http://127.0.0.1:" + analyzer.getAddress().getPort(),
                "expected=" + file,
                "attached=" + System.currentTimeMillis(),
                "timeout=" + timeoutSeconds);
    }

    private void answer(String page, String elements) {
        answers.put("/api/v1/" + page, "{\"" + page + "\": [" + elements + "], \"total\": 1}");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

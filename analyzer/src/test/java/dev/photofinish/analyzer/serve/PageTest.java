package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.fixture.AgentScript;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

    @Test
    void page_showsBothSidesOfARace(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.get("/").body()).contains("None so far.").contains("No JVM has sent anything lately.");
            analyzer.post(1, RecordedChunk.withRace(JVM, 1, "com.acme.Shop.count"));
            analyzer.awaitChunks("analysed", 1);

            HttpResponse<String> page = analyzer.get("/");

            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.body())
                    .contains("com.acme.Shop.count")
                    .contains("Shop.add:10")
                    .contains("Report.print:20")
                    .contains("worker-1")
                    .contains("worker-2")
                    .contains("no lock held")
                    .contains(JVM);
            String id = analyzer.json("/api/v1/findings").at("/findings/0/id").asText();
            assertThat(page.body()).contains("href=\"/findings/" + id + "\"");
            assertThat(analyzer.get("/findings/" + id).body()).contains("com.acme.Shop.count");
        }
    }

    @Test
    void locksThatAreNotKnown_areNotSaidToBeNone(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "open");
                AgentScript.sites();
                AgentScript.raceOfUnknownLocks(1);
                AgentScript.end(1);
            }));
            analyzer.awaitChunks("analysed", 1);

            assertThat(analyzer.get("/").body())
                    .contains("locks held: not known")
                    .contains("no lock held");
            assertThat(analyzer.json("/api/v1/findings").at("/findings/0/accesses"))
                    .extracting(access -> access.path("locksUnknown").asBoolean())
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void hostileNames_areTextAndNothingElse(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, HOSTILE);
                RecordedChunk.race(1, HOSTILE, HOSTILE, HOSTILE);
            }));
            analyzer.awaitChunks("analysed", 1);

            String page = analyzer.get("/").body();

            assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x");
            assertThat(page).doesNotContain("<script").doesNotContain("<img");
            assertThat(analyzer.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void page_allowsNoScriptAndNoFrame(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            HttpResponse<String> page = analyzer.get("/");

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.body()).doesNotContain("style=").doesNotContain("<script");
            assertThat(analyzer.get("/page.css").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        }
    }

    @Test
    void stacksOfWaits_areAFlameGraphUnderItsOwnPolicy(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.get("/stacks/waiters").body()).contains("There are no stacks.");
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "asleep");
                ContendedMonitor.waitOnce("holder");
            }));
            analyzer.awaitChunks("analysed", 1);

            HttpResponse<String> page = analyzer.get("/stacks/waiters");

            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'")
                            .contains("script-src 'sha256-")
                            .endsWith("frame-ancestors 'none'"));
            assertThat(page.body())
                    .contains("Lock waiters")
                    .contains("ContendedMonitor.enter")
                    .contains("<a href=\"/\">");
            assertThat(analyzer.get("/").body()).contains("href=\"/stacks/waiters\"");
            assertThat(analyzer.get("/stacks/waiters?service=another").body()).contains("There are no stacks.");
            assertThat(analyzer.get("/stacks/nobody").statusCode()).isEqualTo(404);
        }
    }
}

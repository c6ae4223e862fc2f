package dev.photofinish.analyzer.flame;

import static dev.photofinish.analyzer.flame.Stacks.frame;
import static dev.photofinish.analyzer.flame.Stacks.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameGraphInBrowserTest {
    /** The frames as they are drawn, each with its label and its rectangle. */
    private static final String FRAMES = "[...document.querySelectorAll('#graph g.frame')]";

    @TempDir
    private Path directory;

    @Test
    void frames_areDrawnWidenedAndFound() throws Exception {
        try (Chromium chromium = open(Page.of(
                stack(30_000_000, "main", "serve"), stack(60_000_000, "main", "audit"), stack(10_000_000, "idle")))) {
            chromium.awaitTrue(FRAMES + ".length == 5");
            int whole = chromium.value("document.getElementById('graph').clientWidth")
                    .asInt();
            chromium.awaitTrue(width("all") + " == " + whole);
            chromium.awaitTrue(width("Shop.audit") + " == " + Math.round(whole * 0.6));

            chromium.value(named("Shop.serve") + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
            chromium.awaitTrue(width("Shop.serve") + " == " + whole);

            chromium.value("document.getElementById('reset').click()");
            chromium.awaitTrue(width("Shop.serve") + " == " + Math.round(whole * 0.3));

            chromium.value(search("AUDIT"));
            chromium.awaitTrue(fill("Shop.audit") + ".startsWith('hsl(300')");
            assertThat(chromium.value(fill("Shop.serve")).asText()).doesNotStartWith("hsl(300");
            assertThat(chromium.value("document.getElementById('matches').textContent")
                            .asText())
                    .isEqualTo("matched: 60.0 ms, 60.00 %");

            chromium.value(named("Shop.serve") + ".dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))");
            assertThat(chromium.value("document.querySelector('.d3-flame-graph-tip').textContent")
                            .asText())
                    .isEqualTo("com.acme.Shop.serve\n30.0 ms, 30.00 %");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    /** The script is run once more, and looked after before the browser can draw a frame of an animation. */
    @Test
    void frames_areWholeAsSoonAsTheScriptEnds() throws Exception {
        Page page = Page.of(stack(30_000_000, "main", "serve"), stack(70_000_000, "idle"));
        try (Chromium chromium = open(page)) {
            chromium.awaitTrue(FRAMES + ".length == 4");
            String script = page.texts("script").get(2);
            assertThat(chromium.value("document.getElementById('graph').replaceChildren(); " + script
                                    + width("Shop.idle") + " / " + width("all"))
                            .asDouble())
                    .isCloseTo(0.7, within(0.01));
            assertThat(chromium.value("document.getElementById('graph').textContent")
                            .asText())
                    .contains("Shop.idle");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void hostileAndDeepStacks_areDrawn() throws Exception {
        String hostile = "<img src=x onerror=document.title='pwned'></script>(";
        String[] deep = IntStream.range(0, 3_000).mapToObj(i -> "m" + i).toArray(String[]::new);
        try (Chromium chromium = open(Page.of(stack(30, deep), frame(20, hostile, "f"), stack(20, "constructor")))) {
            chromium.awaitTrue(FRAMES + ".length == 2051");
            chromium.value(search(hostile));
            chromium.awaitTrue(
                    FRAMES + ".filter(g => g.querySelector('rect').getAttribute('fill').startsWith('hsl(300'))"
                            + ".length == 1");
            assertThat(chromium.value("document.title").asText()).isEqualTo(Page.TITLE);
            assertThat(chromium.value("document.querySelectorAll('img').length").asInt())
                    .isZero();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private Chromium open(Page page) throws IOException, InterruptedException {
        Path file = directory.resolve("flame.html");
        Files.writeString(file, page.html());
        return Chromium.open(file, Files.createDirectory(directory.resolve("profile")));
    }

    private static String named(String label) {
        return FRAMES + ".find(g => g.getAttribute('name') == '" + label + "')";
    }

    private static String width(String label) {
        return "Math.round(" + named(label) + ".querySelector('rect').getBoundingClientRect().width)";
    }

    private static String fill(String label) {
        return named(label) + ".querySelector('rect').getAttribute('fill')";
    }

    private static String search(String term) {
        return "document.getElementById('search').value = \"" + term
                + "\"; document.getElementById('search').dispatchEvent(new Event('input'))";
    }
}

package dev.photofinish.analyzer.flame;

import static dev.photofinish.analyzer.flame.Stacks.frame;
import static dev.photofinish.analyzer.flame.Stacks.stack;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlameGraphTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!--<script>\"'&";

    @Test
    void page_holdsTheTreeOfTheStacks() {
        Page page = Page.of(stack(30, "main", "serve"), stack(20, "main", "audit"), stack(5, "main"), stack(2, "idle"));

        assertThat(page.data())
                .isEqualTo("{\"name\":\"all\",\"value\":57,\"children\":["
                        + "{\"name\":\"com.acme.Shop.idle\",\"value\":2},"
                        + "{\"name\":\"com.acme.Shop.main\",\"value\":55,\"children\":["
                        + "{\"name\":\"com.acme.Shop.audit\",\"value\":20},"
                        + "{\"name\":\"com.acme.Shop.serve\",\"value\":30}]}]}");
    }

    @Test
    void page_saysWhatItShowsAndWhatTheWidthMeans() {
        assertThat(Page.of(stack(1, "main")).html())
                .startsWith("<!doctype html>\n")
                .contains("<title>" + Page.TITLE + "</title>")
                .contains("<h1>" + Page.TITLE + "</h1>")
                .contains("<p>" + Page.WIDTH + "</p>");
    }

    @Test
    void page_tellsTheTimeOfAllStacks() {
        assertThat(Page.of(stack(30_000_000, "main", "serve"), stack(27_500_000, "idle"))
                        .html())
                .contains("<p>All stacks together: 57.5 ms.</p>");
        assertThat(Page.of(stack(2_500_000_000L, "main")).html()).contains("<p>All stacks together: 2.5 s.</p>");
        assertThat(Page.of(stack(0, "main")).html()).doesNotContain("All stacks together");
    }

    @Test
    void page_linksToWhereItIsServedFrom() {
        StringWriter served = new StringWriter();
        FlameGraph.write(List.of(stack(1, "main")), Page.TITLE, Page.WIDTH, "/", new PrintWriter(served));
        assertThat(served.toString()).contains("<a href=\"/\">← overview</a>");
        assertThat(Page.of(stack(1, "main")).html()).doesNotContain("← overview");
    }

    @Test
    void pageOfNoTime_saysThatThereAreNoStacks() {
        for (Page page : List.of(Page.of(), Page.of(stack(0, "main")))) {
            assertThat(page.html()).contains("There are no stacks.").doesNotContain("<script");
        }
        assertThat(Page.of(stack(1, "main")).html()).doesNotContain("There are no stacks.");
    }

    @Test
    void smallFrames_areMergedBesideTheirSiblings() {
        Page page = Page.of(
                stack(9_988, "main", "serve"),
                stack(4, "main", "tiny"),
                stack(3, "main", "small", "smaller"),
                stack(5, "main", "five"));

        JsonNode callees = page.tree().at("/children/0/children");
        assertThat(names(callees)).containsExactly("com.acme.Shop.five", "com.acme.Shop.serve", "(small)");
        assertThat(callees.at("/2/value").asLong()).isEqualTo(7);
        assertThat(callees.at("/2").has("children")).isFalse();
        assertThat(page.html()).contains("with less than 0.05 % of all time each are merged into one frame “(small)”.");
        assertThat(Page.of(stack(9_995, "main"), stack(5, "five")).html()).doesNotContain("(small)");
    }

    @Test
    void frames_areNeverMoreThanTheBound() {
        List<WeightedStack> stacks = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            String branch = "m" + i;
            stacks.add(stack(
                    10, IntStream.range(0, 64).mapToObj(depth -> branch + depth).toArray(String[]::new)));
        }
        stacks.add(stack(1_000, "main"));

        Page page = Page.of(stacks, Page.TITLE);

        assertThat(page.tree().findValues("name")).hasSizeLessThanOrEqualTo(20_000);
        assertThat(names(page.tree().at("/children"))).containsExactly("com.acme.Shop.main", "(small)");
        assertThat(page.tree().at("/children/1/value").asLong()).isEqualTo(15_000);
        assertThat(page.html()).contains("with less than 0.10 % of all time");
    }

    @Test
    void deepStack_isCutAtTheDepthOfTheJvm() {
        String[] methods = IntStream.range(0, 5_000).mapToObj(i -> "m" + i).toArray(String[]::new);

        JsonNode node = Page.of(stack(10, methods)).tree();

        int depth = 0;
        while (node.has("children")) {
            node = node.at("/children/0");
            depth++;
        }
        assertThat(depth).isEqualTo(2_048);
        assertThat(node.at("/name").asText()).isEqualTo("com.acme.Shop.m2047");
        assertThat(node.at("/value").asLong()).isEqualTo(10);
    }

    @Test
    void hostileNames_areTextAndNothingElse() {
        Page tame = Page.of(List.of(frame(1, "Shop", "add")), "Shop");
        Page page = Page.of(List.of(frame(1, HOSTILE, HOSTILE)), HOSTILE);

        assertThat(page.data()).doesNotContain("<");
        assertThat(page.tree().at("/children/0/name").asText()).isEqualTo(HOSTILE + "." + HOSTILE);
        assertThat(page.html().split("<", -1)).hasSameSizeAs(tame.html().split("<", -1));
        assertThat(page.html())
                .contains("<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&lt;script&gt;\"'&amp;</h1>");
    }

    @Test
    void charactersThatHideThemselves_areReplaced() {
        JsonNode tree = Page.of(frame(1, "a\u0000b\u001b[31mc", "d\u202ee\u2066f\ud800 g;h"))
                .tree();

        assertThat(tree.at("/children/0/name").asText()).isEqualTo("a\ufffdb\ufffd[31mc.d\ufffde\ufffdf\ufffd g;h");
    }

    @Test
    void page_loadsNothing() {
        assertThat(Page.of(stack(1, "main")).html())
                .doesNotContainPattern("(?i)\\b(src|href|action|data)\\s*=\\s*[\"']?(https?:)?//")
                .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b")
                .doesNotContainPattern("(?i)@import|url\\(|sourceMappingURL");
    }

    @Test
    void policy_allowsTheScriptsAndStylesOfThePageAndNothingElse() {
        Page page = Page.of(stack(1, "main"));

        assertThat(page.texts("script")).hasSize(3);
        assertThat(page.texts("style")).hasSize(1);
        assertThat(FlameGraph.policy())
                .startsWith("default-src 'none'; script-src " + hashes(page.texts("script")) + "; style-src "
                        + hashes(page.texts("style")) + " 'sha256-")
                .endsWith("'; base-uri 'none'; form-action 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.html())
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"" + FlameGraph.policy() + "\">");
    }

    @Test
    void licencesOfTheLibraries_standInThePage() {
        assertThat(Page.of(stack(1, "main")).html())
                .contains("d3-flame-graph")
                .contains("Apache License")
                .contains("Mike Bostock")
                .contains("THE SOFTWARE IS PROVIDED \"AS IS\"");
    }

    private static List<String> names(JsonNode nodes) {
        return Stream.iterate(0, i -> i + 1)
                .limit(nodes.size())
                .map(i -> nodes.path(i).path("name").asText())
                .toList();
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(FlameGraphTest::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

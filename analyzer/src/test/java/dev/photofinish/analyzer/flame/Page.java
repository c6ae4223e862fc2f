package dev.photofinish.analyzer.flame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that was written, taken apart as a browser does it. */
record Page(String html) {
    static final String TITLE = "Waits of shop";
    static final String WIDTH = "The width of a frame is the time that threads waited in it.";

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"stacks\">(.*?)</script", Pattern.DOTALL);
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(10_000).build())
            .build());

    static Page of(WeightedStack... stacks) {
        return of(List.of(stacks), TITLE);
    }

    static Page of(Collection<WeightedStack> stacks, String title) {
        StringWriter html = new StringWriter();
        FlameGraph.write(stacks, title, WIDTH, new PrintWriter(html));
        return new Page(html.toString());
    }

    /** What the browser's JSON parser is given. */
    String data() {
        Matcher data = DATA.matcher(html);
        assertThat(data.find()).isTrue();
        return data.group(1);
    }

    JsonNode tree() {
        try {
            return MAPPER.readTree(data());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the page has JSON that cannot be read", e);
        }
    }

    /** The texts of all elements {@code <tag>} that have no attribute. */
    List<String> texts(String tag) {
        Pattern element = Pattern.compile("<" + tag + ">(.*?)</" + tag, Pattern.DOTALL);
        return element.matcher(html)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}

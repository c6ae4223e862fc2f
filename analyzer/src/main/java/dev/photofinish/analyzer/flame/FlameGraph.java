package dev.photofinish.analyzer.flame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.photofinish.analyzer.finding.Durations;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes stacks as one HTML file that unfolds them as a flame graph: outermost frames on top, as wide as the time below them.
 *
 * <p>The file loads nothing: libraries, style and data stand in it, and its own policy allows only the scripts and style sheets
 * that were packed with this class. The data is JSON, never a part of a script.
 */
public final class FlameGraph {
    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";
    private static final String D3_FLAME_GRAPH = "/flame/d3-flame-graph-5.0.0/";

    private static final Inlined STYLE = Inlined.resource("/flame/flame.css");

    /** What d3-flame-graph adds to the page itself when it is loaded: its style sheet, and a mark of its bundler. */
    private static final Inlined ADDED_STYLE =
            new Inlined(Inlined.resource(D3_FLAME_GRAPH + "d3-flamegraph.css").text() + "/*$vite$:1*/");

    private static final List<Inlined> SCRIPTS = Stream.of(
                    D3 + "dist/d3.min.js", D3_FLAME_GRAPH + "d3-flamegraph.umd.min.js", "/flame/flame.js")
            .map(Inlined::resource)
            .toList();
    private static final List<Inlined> LICENCES = Stream.of(D3 + "LICENSE", D3_FLAME_GRAPH + "LICENSE")
            .map(Inlined::resource)
            .toList();
    private static final String POLICY = "default-src 'none'; script-src " + sources(SCRIPTS) + "; style-src "
            + sources(List.of(STYLE, ADDED_STYLE)) + "; base-uri 'none'; form-action 'none'";

    /** An object of JSON for each frame, and a list for its callees. */
    private static final int NESTING = 2 * (FlameTree.MAX_DEPTH + 2);

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new ScriptSafe())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(NESTING).build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private FlameGraph() {}

    /**
     * Writes the page, in UTF-8 if it goes into a file.
     *
     * @param title what the stacks are of
     * @param width what the width of a frame means, as a sentence
     */
    public static void write(Collection<WeightedStack> stacks, String title, String width, PrintWriter out) {
        write(stacks, title, width, null, out);
    }

    /**
     * Writes the page with a link.
     *
     * @param home address of the page to go back to; null for none
     */
    public static void write(
            Collection<WeightedStack> stacks, String title, String width, @Nullable String home, PrintWriter out) {
        FlameTree tree = FlameTree.of(stacks);
        head(title, out);
        out.append("<header>\n");
        if (home != null) {
            out.append("<nav><a href=\"")
                    .append(escaped(home).replace("\"", "&quot;"))
                    .append("\">← overview</a></nav>\n");
        }
        out.append("<h1>").append(escaped(FrameNames.shown(title))).append("</h1>\n<p>");
        out.append(escaped(width)).append("</p>\n");
        if (tree.nanos() > 0) {
            out.append("<p>All stacks together: ")
                    .append(Durations.shown(tree.nanos()))
                    .append(".</p>\n");
        }
        out.append("</header>\n<main>\n");
        if (tree.nanos() == 0) {
            out.append("<p class=\"empty\">There are no stacks.</p>\n");
        } else {
            graph(tree, out);
        }
        out.append("</main>\n</body>\n</html>\n");
    }

    /**
     * The content security policy that the page carries. Who serves the page with a policy in a header must allow no less there:
     * a browser follows both.
     */
    public static String policy() {
        return POLICY;
    }

    private static void head(String title, PrintWriter out) {
        out.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                """);
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>").append(escaped(FrameNames.shown(title))).append("</title>\n");
        out.append("<style>").append(STYLE.text()).append("</style>\n</head>\n<body>\n");
    }

    private static void graph(FlameTree tree, PrintWriter out) {
        out.append("""
                <div class="tools">
                <input id="search" type="search" placeholder="Search class or method" aria-label="Search class or method">
                <button id="reset" type="button">Reset</button>
                <output id="matches"></output>
                </div>
                <noscript><p class="empty">The graph is drawn by a script, and scripts are off.</p></noscript>
                <div id="graph"></div>
                <p class="note">Click a frame to widen it, and a frame above it to go back. Grey-blue: the JDK.
                """);
        if (tree.hasSmall()) {
            out.format(
                    Locale.ROOT,
                    "Callees of a frame with less than %.2f %% of all time each are merged into one frame “%s”.\n",
                    tree.smallestShare() * 100,
                    FlameTree.SMALL);
        }
        out.append("</p>\n<script type=\"application/json\" id=\"stacks\">");
        json(tree, out);
        out.append("</script>\n");
        SCRIPTS.forEach(script -> out.append("<script>").append(script.text()).append("</script>\n"));
        licences(out);
    }

    private static void licences(PrintWriter out) {
        out.append("<details>\n<summary>This file contains d3 7.9.0 and d3-flame-graph 5.0.0</summary>\n");
        LICENCES.forEach(
                licence -> out.append("<pre>").append(escaped(licence.text())).append("</pre>\n"));
        out.append("</details>\n");
    }

    private static void json(FlameTree tree, PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            tree.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a print writer does not throw", e);
        }
    }

    private static String sources(List<Inlined> inlined) {
        return inlined.stream().map(Inlined::source).collect(Collectors.joining(" "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

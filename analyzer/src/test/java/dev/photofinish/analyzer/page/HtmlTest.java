package dev.photofinish.analyzer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textsAndAttributes_areEscaped() {
        Html html = new Html();
        html.open("p", "title", "\"><script>alert('x')</script>").text("<b> & 'c'");

        assertThat(html.finish())
                .contains("<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\">")
                .contains("&lt;b&gt; &amp; &#39;c&#39;</p>");
    }

    @Test
    void charactersThatHideThemselves_areReplaced() {
        Html html = new Html();
        html.text("a\u0000b\u001b[31mc\u202ed\u2066e");

        assertThat(html.finish()).contains("a\ufffdb\ufffd[31mc\ufffdd\ufffde");
    }

    @Test
    void openElements_areClosedAtTheEnd() {
        Html html = new Html();
        html.open("html").open("body").open("ul").open("li").text("x").close();

        assertThat(html.finish()).endsWith("<li>x</li></ul></body></html>\n");
    }
}

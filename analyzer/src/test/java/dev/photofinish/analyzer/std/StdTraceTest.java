package dev.photofinish.analyzer.std;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.analyzer.trace.FieldAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdTraceTest {
    @Test
    void read_ourLocationsAndOperands_areClassMethodLineFieldAndElement() throws Exception {
        StdTrace read = read("t1|w(acme.Box.values[]@3[7])|acme.Box.put:12\r\n\nt1|r(V5)|345\n");
        FieldAccess element = read.trace().accesses().get(0);
        assertThat(element.object()).isEqualTo(3);
        assertThat(element.index()).isEqualTo(7);
        assertThat(element.writes()).isTrue();
        assertThat(read.sites().find(element.site())).satisfies(site -> {
            assertThat(site.field()).isEqualTo("acme.Box.values[]");
            assertThat(site.place()).isEqualTo("acme.Box.put:12");
        });
        FieldAccess other = read.trace().accesses().get(1);
        assertThat(other.object()).isZero();
        assertThat(other.index()).isEqualTo(-1);
        assertThat(read.sites().place(other.site())).isEqualTo(".345");
    }

    @Test
    void read_nestedAcquires_releaseAtTheOutermost() throws Exception {
        StdTrace read = read("a|acq(l)|1\na|acq(l)|2\na|rel(l)|3\na|rel(l)|4\nb|acq(l)|5\n");
        assertThat(read.trace().edges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    hello;                      line 1: expected thread|op(operand)|location, found "hello"
                    a|lock(x)|1;                line 1: expected acq(x), rel(x), r(x), w(x), fork(x), join(x), begin or end, found "lock(x)"
                    a|acq|1;                    line 1: expected acq(x), rel(x), r(x), w(x), fork(x), join(x), begin or end, found "acq"
                    a|r()|1;                    line 1: expected what r is about, one word, found ""
                    a|r(x y)|1;                 line 1: expected what r is about, one word, found "x y"
                    |r(x)|1;                    line 1: expected a thread, one word, found ""
                    a|acq(l)|1,b|acq(l)|2;      line 2: expected a release of l by a first, found b|acq(l)|2
                    b|r(x)|1,a|fork(b)|2;       line 2: expected a thread without events so far, found a|fork(b)|2
                    a|fork(b)|1,a|join(b)|2,b|r(x)|3; line 3: expected no event of b, joined in line 2, found b|r(x)|3
                    a|join(a)|1;                line 1: expected another thread than its own, found a|join(a)|1
                    """)
    void read_malformed_saysLineExpectedAndFound(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace(',', '\n')))
                .isInstanceOf(StdFormatException.class)
                .hasMessage(message);
    }

    @Test
    void read_overItsBounds_saysSo() {
        assertThatThrownBy(() -> read("a|r(x)|1\n".repeat(11)))
                .hasMessage("line 11: expected at most 10 lines, found more");
        assertThatThrownBy(() -> read("a".repeat(20_000)))
                .hasMessage("line 1: expected at most 10000 characters, found more");
        assertThatThrownBy(() -> read("")).hasMessage("line 1: expected a trace, found an empty file");
    }

    private static StdTrace read(String text) throws IOException, StdFormatException {
        return StdTrace.read(new BufferedReader(new StringReader(text)), 10);
    }
}

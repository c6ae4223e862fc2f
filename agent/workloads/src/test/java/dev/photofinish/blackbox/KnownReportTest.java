package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownReportTest {
    private static final KnownReport KNOWN = KnownReport.parse("a.B.c | B.get / B.put | medium | logged only");

    @Test
    void sameFieldAndMethods_areCovered() {
        assertThat(KNOWN.covers(new ReportedRace("a.B.c", Set.of("B.put", "B.get"), "medium")))
                .isTrue();
        assertThat(KNOWN.covers(new ReportedRace("a.B.c", Set.of("B.put", "B.get"), "low")))
                .isTrue();
    }

    @Test
    void otherMethods_areNotCovered() {
        assertThat(KNOWN.covers(new ReportedRace("a.B.c", Set.of("B.put"), "medium")))
                .isFalse();
        assertThat(KNOWN.covers(new ReportedRace("a.B.d", Set.of("B.put", "B.get"), "medium")))
                .isFalse();
    }

    @Test
    void higherGrade_isNotCovered() {
        assertThat(KNOWN.covers(new ReportedRace("a.B.c", Set.of("B.put", "B.get"), "high")))
                .isFalse();
    }

    @Test
    void star_coversAllMethods() {
        assertThat(KnownReport.parse("a.B.c | * | high | seqlock")
                        .covers(new ReportedRace("a.B.c", Set.of("B.put"), "high")))
                .isTrue();
    }

    @Test
    void lineWithoutReason_isRefused() {
        assertThatThrownBy(() -> KnownReport.parse("a.B.c | * | high |"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.B.c");
    }
}

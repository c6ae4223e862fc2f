package dev.photofinish.analyzer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelBoundTest {
    @Test
    void valuesBeyondTheBound_areOther() {
        LabelBound bound = new LabelBound(2);

        assertThat(bound.admit("a")).isEqualTo("a");
        assertThat(bound.admit("b")).isEqualTo("b");
        assertThat(bound.admit("c")).isEqualTo("other");
        assertThat(bound.admit("a")).isEqualTo("a");
    }

    @Test
    void longValue_isCut() {
        assertThat(new LabelBound(1).admit("x".repeat(1000))).hasSize(200);
    }
}

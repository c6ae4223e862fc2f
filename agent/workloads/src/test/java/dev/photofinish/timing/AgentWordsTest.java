package dev.photofinish.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AgentWordsTest {
    private static final String STATUS = """
            ok
            state      woven
            fields     12 of 40 watched
            classes    312 woven, 0 not weavable
            cost       1.93 % of the CPU in the last minute (ms: open probes 10, closed 20, threads 30, weaving 40, JIT 5); since the start 2.5 s
            errors     0
            """;

    @Test
    void status_isReadWithItsCostsAddedUp() {
        assertThat(AgentWords.parse(STATUS)).isEqualTo(new AgentWords("woven", 312, 1.93, 105, 2.5));
    }

    @Test
    void otherText_isRefused() {
        assertThatThrownBy(() -> AgentWords.parse("error photofinish is not attached"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not attached");
    }

    @Test
    void withoutAnAgent_thereIsNothing() {
        assertThat(AgentWords.ask()).isNull();
    }
}

package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleTest {
    private static final String PLAIN = "measured rounds=2000 nanos=4000000000 p50=1500 p99=20000 p999=300000"
            + " cpu=6000000000 allocated=4000 firstRound=10250 peak=2048 others=0.1250 perSecond=400,600";

    @Test
    void line_becomesFiguresPerRoundAndPerSecond() {
        assertThat(Sample.parse(PLAIN, 10_000, 1.5))
                .isEqualTo(new Sample(500, 1.5, 20, 300, 3e6, 2, 2048, 250, 1.5, 0.125, List.of(400L, 600L), null));
    }

    @Test
    void agent_isHeldAgainstTheCpuOfTheMeasuredTime() {
        Sample sample = Sample.parse(PLAIN + " state=woven woven=12 agentPercent=1.90 agentMillis=60", 10_000, 1.5);
        assertThat(sample.agent()).isEqualTo(new Sample.AgentFigure("woven", 12, 1.9, 1.0));
    }

    @Test
    void missingKey_isNamed() {
        assertThatThrownBy(() -> Sample.parse(PLAIN.replace("p99=", "q99="), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p99=");
    }

    @Test
    void noRounds_areRefused() {
        assertThatThrownBy(() -> Sample.parse(PLAIN.replace("rounds=2000", "rounds=0"), 0, 0))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("no round");
    }
}

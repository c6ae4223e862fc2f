package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class SampleTest {
    private static final String PLAIN = "measured rounds=2000 nanos=4000000000 p50=1500 p99=20000 p999=300000"
            + " cpu=6000000000 allocated=4000 firstRound=10250 peak=2048 others=0.1250 perSecond=400,600 course= kinds=0:100:1000,1:10:5000";

    private static final Map<Integer, Sample.Kind> KINDS =
            Map.of(0, new Sample.Kind(100, 1000), 1, new Sample.Kind(10, 5000));

    @Test
    void line_becomesFiguresPerRoundAndPerSecond() {
        assertThat(Sample.parse(PLAIN, 10_000, 1.5, 99))
                .isEqualTo(new Sample(
                        500,
                        1.5,
                        20,
                        300,
                        3e6,
                        2,
                        2048,
                        250,
                        1.5,
                        99,
                        0.125,
                        List.of(400L, 600L),
                        List.of(),
                        KINDS,
                        null));
    }

    @Test
    void agent_isHeldAgainstTheCpuOfTheMeasuredTime() {
        Sample sample = Sample.parse(
                PLAIN + " state=woven woven=12 agentPercent=1.90 agentMillis=60 agentSeconds=2.5", 10_000, 1.5, 99);
        assertThat(sample.agent()).isEqualTo(new Sample.AgentFigure("woven", 12, 1.9, 1.0, 2.5));
    }

    @Test
    void kinds_countTheSame_howeverManyRoundsTheyHave() {
        Sample plain = Sample.parse(PLAIN, 0, 0, 0);
        Sample with = Sample.parse(PLAIN.replace("kinds=0:100:1000,1:10:5000", "kinds=0:400:8000,1:10:5000"), 0, 0, 0);
        assertThat(byKind(plain, with, Sample.Kind::rounds)).isCloseTo(2, within(1e-9));
        assertThat(byKind(plain, with, Sample.Kind::cpuPerRound)).isCloseTo(Math.sqrt(2), within(1e-9));
    }

    @Test
    void kindWithoutRounds_doesNotCount() {
        Sample with = Sample.parse(PLAIN.replace("0:100:1000,1:10:5000", "0:0:0,1:30:5000"), 0, 0, 0);
        assertThat(byKind(Sample.parse(PLAIN, 0, 0, 0), with, Sample.Kind::rounds))
                .isCloseTo(3, within(1e-9));
    }

    private static double byKind(Sample plain, Sample with, ToDoubleFunction<Sample.Kind> figure) {
        return Sample.byKind(plain.kinds(), with.kinds(), figure);
    }

    @Test
    void course_beforeAnyThreadHadBegun_isNothing() {
        Sample sample = Sample.parse(PLAIN.replace("course=", "course=;0:30:200"), 0, 0, 0);
        assertThat(sample.between(0, 1)).isEmpty();
        assertThat(sample.between(1, 2)).containsExactly(Map.entry(0, new Sample.Kind(30, 200)));
    }

    @Test
    void course_tellsWhatWasDoneBetweenTwoTensOfSeconds() {
        Sample sample = Sample.parse(PLAIN.replace("course=", "course=0:10:100,1:1:7;0:30:200,1:1:9"), 0, 0, 0);
        assertThat(sample.between(0, 2)).isEqualTo(Map.of(0, new Sample.Kind(30, 200), 1, new Sample.Kind(1, 9)));
        assertThat(sample.between(1, 2)).isEqualTo(Map.of(0, new Sample.Kind(20, 100), 1, new Sample.Kind(0, 2)));
        assertThat(sample.between(1, 3)).isEmpty();
    }

    @Test
    void malformedKinds_areNamed() {
        assertThatThrownBy(() -> Sample.parse(PLAIN.replace("0:100:1000", "0:100"), 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kind:rounds:nanos");
    }

    @Test
    void missingKey_isNamed() {
        assertThatThrownBy(() -> Sample.parse(PLAIN.replace("p99=", "q99="), 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p99=");
    }

    @Test
    void noRounds_areRefused() {
        assertThatThrownBy(() -> Sample.parse(PLAIN.replace("rounds=2000", "rounds=0"), 0, 0, 0))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("no round");
    }
}

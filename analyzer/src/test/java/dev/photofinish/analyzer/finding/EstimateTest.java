package dev.photofinish.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.analyzer.store.Samples;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private final Contention inWindows = Samples.handoff("a.B.c:1", 3, 2_000_000, 1_000_000);

    @Test
    void estimate_isTheSumDividedByThePartOfTheTime() {
        assertThat(Estimate.of(inWindows, new SampledTime(5, 200))).isEqualTo(new Estimate(0.025, 120, 240_000_000));
    }

    @Test
    void windowsWithoutRecordedTime_giveNone() {
        assertThat(Estimate.of(inWindows, SampledTime.NONE)).isNull();
        assertThat(Estimate.of(inWindows, new SampledTime(0, 200))).isNull();
    }

    @Test
    void windowsThatAreLongerThanTheRecording_areAllOfTheTime() {
        assertThat(Estimate.of(inWindows, new SampledTime(300, 200))).isEqualTo(new Estimate(1, 3, 6_000_000));
    }

    @Test
    void waitsFromTheJdksEvents_areNoSample() {
        assertThat(Estimate.of(Samples.waits("a.B.c:1", 3, 2_000_000), new SampledTime(5, 200)))
                .isNull();
    }

    @Test
    void negativeTimes_areRefused() {
        assertThatThrownBy(() -> new SampledTime(-1, 5)).hasMessageContaining("-1 ns of 5 ns");
    }
}

package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IntervalTest {
    @Test
    void median_isTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Interval.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Interval.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    /** The table of sign-test intervals, as in Conover, Practical Nonparametric Statistics. */
    @Test
    void confidence_agreesWithTheBinomialTable() {
        assertThat(Interval.confidence(3, 1)).isEqualTo(0.75);
        assertThat(Interval.confidence(5, 1)).isEqualTo(0.9375);
        assertThat(Interval.confidence(6, 1)).isEqualTo(0.96875);
        assertThat(Interval.confidence(10, 2)).isCloseTo(0.9785, within(0.0001));
        assertThat(Interval.confidence(20, 6)).isCloseTo(0.9586, within(0.0001));
        assertThat(Interval.confidence(30, 10)).isCloseTo(0.9572, within(0.0001));
    }

    @Test
    void fewValues_haveTheirRangeWithTheConfidenceThatItIsWorth() {
        Interval three = Interval.of(1.2, 0.9, 1.0);
        assertThat(three).isEqualTo(new Interval(1.0, 0.9, 1.2, 0.75));
        assertThat(Interval.of(0.9)).isEqualTo(new Interval(0.9, 0.9, 0.9, 0));
    }

    @Test
    void twentyValues_leaveOutFiveOnEitherSide() {
        double[] values = new double[20];
        Arrays.setAll(values, i -> 20 - i);
        Interval interval = Interval.of(values);
        assertThat(interval.low()).isEqualTo(6);
        assertThat(interval.high()).isEqualTo(15);
        assertThat(interval.median()).isEqualTo(10.5);
        assertThat(interval.confidence()).isCloseTo(0.9586, within(0.0001));
    }

    @Test
    void intervals_encloseTheTrueMedianAsOftenAsTheySay() {
        Random random = new Random(17);
        int enclosing = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = new double[10];
            Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
            Interval interval = Interval.of(values);
            enclosing += interval.low() <= 1 && interval.high() >= 1 ? 1 : 0;
        }
        assertThat((double) enclosing / trials).isCloseTo(0.9785, within(0.005));
    }

    @Test
    void nothing_isRefused() {
        assertThatThrownBy(() -> Interval.of()).isInstanceOf(IllegalArgumentException.class);
    }
}

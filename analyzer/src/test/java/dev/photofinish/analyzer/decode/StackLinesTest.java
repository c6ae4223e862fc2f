package dev.photofinish.analyzer.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Frame;
import org.junit.jupiter.api.Test;

class StackLinesTest {
    @Test
    void frames_ofLambdas_haveTheNamesOfEveryRun() {
        assertThat(StackLines.frames("acme.A$$Lambda$14/0x0000000800c03000 run -1\nnothing\nacme.A main 3"))
                .containsExactly(new Frame("acme.A$$Lambda", "run", -1), new Frame("acme.A", "main", 3));
    }
}

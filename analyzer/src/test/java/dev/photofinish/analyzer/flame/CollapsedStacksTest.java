package dev.photofinish.analyzer.flame;

import static dev.photofinish.analyzer.flame.Stacks.frame;
import static dev.photofinish.analyzer.flame.Stacks.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollapsedStacksTest {
    @Test
    void stacks_areOutermostFirstAndSorted() {
        assertThat(collapsed(stack(30, "main", "serve", "lock"), stack(20, "main", "audit"), stack(5, "main")))
                .isEqualTo("""
                        com.acme.Shop.main 5
                        com.acme.Shop.main;com.acme.Shop.audit 20
                        com.acme.Shop.main;com.acme.Shop.serve;com.acme.Shop.lock 30
                        """);
    }

    @Test
    void equalStacks_areSummedWhateverTheirLines() {
        assertThat(collapsed(atLine(10, 1), atLine(11, 2))).isEqualTo("com.acme.Shop.add 3\n");
        assertThat(collapsed(atLine(10, 1), atLine(11, Long.MAX_VALUE)))
                .isEqualTo("com.acme.Shop.add " + Long.MAX_VALUE + "\n");
    }

    @Test
    void stackWithoutTime_hasNoLine() {
        assertThat(collapsed(stack(0, "main"), stack(-1, "main"))).isEmpty();
        assertThat(collapsed()).isEmpty();
    }

    @Test
    void namesThatAreStrangeButLegal_areKept() {
        assertThat(collapsed(
                        frame(1, "com.acme.Shop$$Lambda/0x00007f", "<init>"),
                        frame(2, "com.acme.Größe", "lambda$größe$0")))
                .isEqualTo("""
                        com.acme.Größe.lambda$größe$0 2
                        com.acme.Shop$$Lambda/0x00007f.<init> 1
                        """);
    }

    @Test
    void hostileNames_endNeitherFrameNorStackNorLine() {
        assertThat(collapsed(frame(7, "a;b c\r\nd\u0000e\tf", "g\u2028h\u00a0i\u202ej\u0085k 99")))
                .isEqualTo("a_b_c__d_e_f.g_h_i_j_k_99 7\n");
    }

    @Test
    void namesWithoutEnd_areCut() {
        assertThat(collapsed(frame(7, "c".repeat(100_000), "m".repeat(100_000))))
                .isEqualTo("c".repeat(500) + "." + "m".repeat(500) + " 7\n");
    }

    private static WeightedStack atLine(int line, long nanos) {
        return new WeightedStack(List.of(new Frame("com.acme.Shop", "add", line)), nanos);
    }

    private static String collapsed(WeightedStack... stacks) {
        StringWriter text = new StringWriter();
        CollapsedStacks.write(List.of(stacks), new PrintWriter(text));
        return text.toString();
    }
}

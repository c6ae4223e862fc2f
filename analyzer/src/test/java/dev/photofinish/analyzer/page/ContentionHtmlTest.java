package dev.photofinish.analyzer.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.WaitThresholds;
import dev.photofinish.analyzer.store.LockContention;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentionHtmlTest {
    @Test
    void waitShorterThanTheThreshold_isSaidToBeOfAnotherTime() {
        assertThat(facts(11_400_000, 90_000_000))
                .contains("the longest 11.4 ms. From the JDK&#39;s own events: every wait from 90.0 ms on, and shorter"
                        + " ones that came while the threshold was lower.");
    }

    @Test
    void waitsFromTheThresholdOn_areAllThatAreShown() {
        assertThat(facts(200_000_000, 90_000_000)).contains("own events: every wait from 90.0 ms on.<");
        assertThat(facts(200_000_000, 0)).contains("own events: every wait that is long enough.<");
    }

    private static String facts(long waitNanos, long thresholdNanos) {
        Contention place = new Contention(
                "acme.Lock", "acme.Shop.sell:3", "monitor", "jfr", 1, waitNanos, waitNanos, 0, List.of(), List.of());
        Html html = OverviewHtml.begin("test", "1");
        ContentionHtml.contention(
                html,
                List.of(new LockContention(
                        "shop",
                        place,
                        SampledTime.NONE,
                        new WaitThresholds(thresholdNanos, 0),
                        Instant.EPOCH,
                        Instant.EPOCH)));
        return html.finish();
    }
}

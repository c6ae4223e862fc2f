package dev.photofinish.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.fixture.Windows;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowStacksTest {
    private static final Frame PROBE = new Frame("dev.photofinish.probe.FieldProbe", "read", 12);
    private static final Frame HERE = new Frame("A", "m", 1);
    private static final Frame CALLER = new Frame("B", "run", 9);

    private final Windows window = new Windows();
    private final SiteStacks earlier = new SiteStacks();
    private final int site = window.site("A", "m", 1, "A.f");

    @Test
    void find_stackOfTheAccess_isExactAndWithoutTheProbe() {
        FieldAccess access = window.access(1, 1, site, 1, Kind.WRITE);
        window.stack(access, PROBE, PROBE, HERE, CALLER);
        assertThat(find(access)).isEqualTo(new WindowStacks.Found(List.of(HERE, CALLER), true, null));
    }

    @Test
    void find_onlyAnotherAccessOfTheSiteHasOne_isNotExact() {
        FieldAccess other = window.access(1, 1, site, 1, Kind.WRITE);
        FieldAccess access = window.access(2, 1, site, 1, Kind.WRITE);
        window.stack(other, HERE);
        assertThat(find(access)).isEqualTo(new WindowStacks.Found(List.of(HERE), false, null));
    }

    @Test
    void find_onlyAnEarlierWindowHasOne_isNotExact() {
        FieldAccess old = window.access(1, 1, site, 1, Kind.WRITE);
        window.stack(old, PROBE, CALLER);
        earlier.learn(window.complete());
        Windows next = new Windows();
        next.site("A", "m", 1, "A.f");
        FieldAccess access = next.access(1, 1, site, 1, Kind.READ);
        assertThat(new WindowStacks(next.complete(), next.sites(), earlier).find(access))
                .isEqualTo(new WindowStacks.Found(List.of(CALLER), false, null));
    }

    @Test
    void find_stackTakenInATask_comesWithItsSubmission() {
        Frame submitter = new Frame("Main", "main", 3);
        FieldAccess access = window.access(1, 1, site, 1, Kind.WRITE);
        window.access(2, 5, site, 2, Kind.WRITE);
        window.add(new AccessStack(Windows.WINDOW, 1, 1, site, List.of(HERE), 2, 4));
        window.add(new TaskSubmission(Windows.WINDOW, 2, 3, List.of(CALLER)));
        window.add(new TaskSubmission(
                Windows.WINDOW, 2, 4, List.of(new Frame("dev.photofinish.shadow.Tasks", "submitted", 7), submitter)));
        assertThat(find(access))
                .isEqualTo(new WindowStacks.Found(
                        List.of(HERE), true, new TaskSubmission(Windows.WINDOW, 2, 4, List.of(submitter))));
    }

    @Test
    void find_none_isEmpty() {
        FieldAccess access = window.access(1, 1, site, 1, Kind.WRITE);
        assertThat(find(access).frames()).isEmpty();
        assertThat(find(access).exact()).isFalse();
    }

    @Test
    void find_stackOfAnotherSiteUnderTheSameNumber_isNotUsed() {
        FieldAccess access = window.access(1, 1, site, 1, Kind.WRITE);
        window.add(new AccessStack(Windows.WINDOW, 1, 1, site + 1, List.of(CALLER)));
        assertThat(find(access).frames()).isEmpty();
    }

    @Test
    void find_applicationClassNamedLikeTheAgent_keepsTheFrameOfTheAccess() {
        int own = window.site("dev.photofinish.demo.Shop", "sell", 3, "dev.photofinish.demo.Shop.sold");
        FieldAccess access = window.access(1, 1, own, 1, Kind.WRITE);
        Frame shop = new Frame("dev.photofinish.demo.Shop", "sell", 3);
        window.stack(access, PROBE, shop, CALLER);
        assertThat(find(access).frames()).containsExactly(shop, CALLER);
    }

    private WindowStacks.Found find(FieldAccess access) {
        return new WindowStacks(window.complete(), window.sites(), earlier).find(access);
    }
}

package dev.photofinish.analyzer.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.FieldAccess.Kind;
import dev.photofinish.analyzer.trace.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String FIELD = "acme.Box.value";

    @Test
    void of_sameFieldAndMethods_isStableAcrossReleases() {
        assertThat(Fingerprint.of(FIELD, side("acme.A", "run", 10, Kind.WRITE), side("acme.B", "get", 20, Kind.READ)))
                .isEqualTo("4f0eb0dac4f77fa9");
    }

    @Test
    void of_otherLines_isEqual() {
        assertThat(Fingerprint.of(FIELD, side("acme.A", "run", 10, Kind.WRITE), side("acme.B", "get", 20, Kind.READ)))
                .isEqualTo(Fingerprint.of(
                        FIELD, side("acme.A", "run", 11, Kind.WRITE), side("acme.B", "get", -1, Kind.READ)));
    }

    @Test
    void of_sidesSwapped_isEqual() {
        Side one = side("acme.A", "run", 10, Kind.WRITE);
        Side other = side("acme.B", "get", 20, Kind.READ);
        assertThat(Fingerprint.of(FIELD, one, other)).isEqualTo(Fingerprint.of(FIELD, other, one));
    }

    @Test
    void of_otherKind_isEqual() {
        Side write = side("acme.A", "run", 10, Kind.WRITE);
        Side read = side("acme.A", "run", 10, Kind.READ);
        assertThat(Fingerprint.of(FIELD, write, read)).isEqualTo(Fingerprint.of(FIELD, write, write));
    }

    @Test
    void of_otherFieldOrMethod_isDifferent() {
        Side write = side("acme.A", "run", 10, Kind.WRITE);
        Side elsewhere = side("acme.A", "stop", 10, Kind.WRITE);
        assertThat(List.of(
                        Fingerprint.of(FIELD, write, write),
                        Fingerprint.of(FIELD, write, elsewhere),
                        Fingerprint.of("acme.Box.other", write, write)))
                .doesNotHaveDuplicates();
    }

    private static Side side(String className, String method, int line, Kind kind) {
        return new Side(
                new Site(1, className, method, "()V", line, FIELD, kind.label()),
                new FieldAccess(1, 1, 1, 1, 1, 1, -1, kind, 0));
    }
}

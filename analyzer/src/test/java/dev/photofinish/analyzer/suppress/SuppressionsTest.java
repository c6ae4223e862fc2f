package dev.photofinish.analyzer.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SuppressedRace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
    private static final Race RACE = race("acme.shop.Stats.hits", "acme.shop.Stats", "hit", "acme.shop.Page", "show");

    @Test
    void divide_matchingRace_isSuppressedWithItsReasonAndCount() {
        Suppressions.Divided divided = Suppressions.of(
                        List.of("# counters", "", "acme.shop.Stats.hits # may lose updates: shown, never billed"))
                .divide(List.of(RACE, race("acme.shop.Stats.sold", "acme.A", "a", "acme.B", "b")), Map.of());
        assertThat(divided.reported()).extracting(Race::field).containsExactly("acme.shop.Stats.sold");
        assertThat(divided.suppressed())
                .containsExactly(new SuppressedRace(
                        "acme.shop.Stats.hits",
                        "may lose updates: shown, never billed",
                        3,
                        "f-acme.shop.Stats.hits",
                        RACE,
                        false));
    }

    @Test
    void divide_annotatedRace_isSuppressedByItsAnnotation() {
        assertThat(Suppressions.NONE
                        .divide(List.of(RACE), Map.of(RACE.fingerprint(), "@RacyByDesign"))
                        .suppressed())
                .singleElement()
                .satisfies(race -> {
                    assertThat(race.reason()).isEqualTo("annotated @RacyByDesign");
                    assertThat(race.inSource()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "acme.shop.Stats.*, true",
        "acme.*.Stats.hits, true",
        "acme.**, true",
        "**.hits, true",
        "acme.*, false",
        "acme.shop.Stats.hit, false",
        "acme.shop.Stats.hits in acme.shop.Page.show, true",
        "** in acme.shop.Page.*, true",
        "** in acme.shop.Basket.*, false"
    })
    void divide_patterns_matchWholeNames(String pattern, boolean suppressed) {
        assertThat(Suppressions.of(List.of(pattern + " # why"))
                        .divide(List.of(RACE), Map.of())
                        .suppressed())
                .hasSize(suppressed ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.Stats.hits",
                "acme.Stats.hits #",
                "acme.Stats.hits #   ",
                "acme.Stats.hits acme.Page # why",
                "acme.Stats.hits in # why"
            })
    void of_lineWithoutReasonOrOfAnotherForm_isRefusedWithItsNumber(String line) {
        assertThatThrownBy(() -> Suppressions.of(List.of("# first", line)))
                .isInstanceOf(SuppressionException.class)
                .hasMessage("line 2: expected pkg.Class.field [in pkg.Class.method] # reason, found \"" + line.strip()
                        + "\"");
    }

    @Test
    void read_missingFile_saysWhich() {
        assertThatThrownBy(() -> Suppressions.read(Path.of("no/such/file")))
                .hasMessage("no/such/file: expected a file, found nothing there");
    }

    private static Race race(String field, String oneClass, String oneMethod, String otherClass, String otherMethod) {
        return new Race(
                field,
                Grade.HIGH,
                List.of(),
                List.of(access(oneClass, oneMethod), access(otherClass, otherMethod)),
                3,
                "f-" + field,
                null,
                null);
    }

    private static AccessReport access(String className, String method) {
        return new AccessReport("write", className, method, 1, "t", List.of(), List.of(), false);
    }
}

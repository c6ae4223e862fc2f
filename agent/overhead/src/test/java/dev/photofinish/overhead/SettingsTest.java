package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void nothingGiven_measuresEveryWorkloadAndRow() {
        Settings settings = Settings.parse();
        assertThat(settings.workloads()).containsExactly(Workload.values());
        assertThat(settings.rows()).containsExactly(Row.values());
        assertThat(settings.output()).isEqualTo(settings.built().page());
    }

    @Test
    void whatIsGiven_replacesIt() {
        Settings settings = Settings.parse("--pairs", "3", "--workloads", "h2,netty", "--rows", "none,full");
        assertThat(settings.pairs()).isEqualTo(3);
        assertThat(settings.workloads()).isEqualTo(List.of(Workload.H2, Workload.NETTY));
        assertThat(settings.rows()).isEqualTo(List.of(Row.NONE, Row.FULL));
    }

    @Test
    void nonsense_isNamed() {
        refuses("cassandra", "--workloads", "cassandra");
        refuses("half", "--rows", "half");
        refuses("--pears", "--pears", "3");
        refuses("--pairs", "--pairs");
        refuses("found 0", "--pairs", "0");
        refuses("from 1 to 100", "--load", "101");
        refuses("found many", "--seconds", "many");
        refuses("/nowhere", "--jdks", "/nowhere");
        refuses("/nowhere/page.md", "--output", "/nowhere/page.md");
        refuses("/tmp", "--output", "/tmp");
    }

    private static void refuses(String named, String... arguments) {
        assertThatThrownBy(() -> Settings.parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}

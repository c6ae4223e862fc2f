package dev.photofinish.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void options_haveDefaults() {
        assertThat(DemoOptions.parse()).isEqualTo(new DemoOptions(0, 60));
        assertThat(DemoOptions.parse("port=8080", "load=0")).isEqualTo(new DemoOptions(8080, 0));
    }

    @Test
    void unknownOption_isNamed() {
        assertThatThrownBy(() -> DemoOptions.parse("prot=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option 'prot': expected port=N or load=N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "65536", ""})
    void wrongPort_isRefusedWithWhatWasExpectedAndFound(String port) {
        assertThatThrownBy(() -> DemoOptions.parse("port=" + port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port: expected a number from 0 to 65535, found '" + port + "'");
    }
}

package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JdkMonitorsTest {
    /** One that a JDK does not have any more would be missed in silence, and what it guarded be reported. */
    @Test
    void classes_areThoseOfTheJdkThatRunsThis() {
        List<String> missing = JdkMonitors.CLASSES.stream()
                .filter(name -> ClassLoader.getSystemResource(name + ".class") == null)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void streamsAndHandlers_areAmongThem() {
        assertThat(JdkMonitors.contains("java/io/PrintStream")).isTrue();
        assertThat(JdkMonitors.contains("java/util/logging/StreamHandler")).isTrue();
        assertThat(JdkMonitors.contains("java/util/Collections$SynchronizedMap"))
                .isTrue();
        assertThat(JdkMonitors.contains("java/util/ArrayList")).isFalse();
    }
}

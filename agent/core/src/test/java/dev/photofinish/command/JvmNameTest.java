package dev.photofinish.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmNameTest {
    @Test
    void mainClass_followsTheOptions() {
        assertThat(JvmName.in(
                        "-Xmx1g", "-cp", "a.jar:b.jar", "--add-opens", "java.base/java.lang=ALL", "acme.Main", "x"))
                .isEqualTo("acme.Main");
    }

    @Test
    void jarAndModule_followTheirOption() {
        assertThat(JvmName.in("-Dx=y", "@more", "-jar", "shop.jar", "serve")).isEqualTo("shop.jar");
        assertThat(JvmName.in("-p", "mods", "-m", "acme/acme.Main")).isEqualTo("acme/acme.Main");
    }

    @Test
    void noName_isEmpty() {
        assertThat(JvmName.in()).isEmpty();
        assertThat(JvmName.in("-version")).isEmpty();
        assertThat(JvmName.in("-jar")).isEmpty();
    }
}

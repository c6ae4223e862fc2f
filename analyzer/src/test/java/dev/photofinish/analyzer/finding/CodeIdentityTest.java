package dev.photofinish.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeIdentityTest {
    @Test
    void names_lambdasAndHiddenClassesOfAnotherRun_isEqual() {
        assertThat(CodeIdentity.methodName("lambda$run$12")).isEqualTo("lambda$run");
        assertThat(CodeIdentity.methodName("lambda$null$0$x")).isEqualTo("lambda$null$0$x");
        assertThat(CodeIdentity.methodName("run$1")).isEqualTo("run$1");
        assertThat(CodeIdentity.className("acme.A$$Lambda$14/0x0000000800c03000"))
                .isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("acme.A$$Lambda/0x00007f1c0c000a00")).isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("acme.A$$Lambda$14/1234567")).isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("acme.A$$Lambda$72+0x00007fe4180e0880/1238959340"))
                .isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("acme.A$$Lambda$72+0x00007fe4180e0880.1238959340"))
                .isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("acme.A$$Lambda$14.1234567")).isEqualTo("acme.A$$Lambda");
        assertThat(CodeIdentity.className("[Lacme.A$$Lambda$14.1234567;")).isEqualTo("[Lacme.A$$Lambda;");
        assertThat(CodeIdentity.className("java.lang.invoke.LambdaForm$MH+0x00007fe418001000.77"))
                .isEqualTo("java.lang.invoke.LambdaForm$MH");
        assertThat(CodeIdentity.className("acme.v2.A1.B2")).isEqualTo("acme.v2.A1.B2");
        assertThat(CodeIdentity.className("acme.Hidden/0x0000000800c03000")).isEqualTo("acme.Hidden");
        assertThat(CodeIdentity.className("jdk.proxy2.$Proxy17")).isEqualTo("jdk.proxy2.$Proxy");
        assertThat(CodeIdentity.className("acme.A$Inner")).isEqualTo("acme.A$Inner");
    }
}

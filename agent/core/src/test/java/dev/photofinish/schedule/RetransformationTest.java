package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.govern.ProcessClocks;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.SiteRegistry;
import dev.photofinish.weave.FinalReads;
import dev.photofinish.weave.InitializedNames;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.StaleMethods;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetransformationTest {
    private static final long MILLI = 1_000_000L;

    @Test
    void next_afterALongExchange_isFewerButNotTooFew() {
        assertThat(Retransformation.next(100, 80 * MILLI)).isEqualTo(75);
        assertThat(Retransformation.next(60, 80 * MILLI)).isEqualTo(60);
    }

    @Test
    void next_afterAShortExchange_isMoreButNotTooMany() {
        assertThat(Retransformation.next(100, 5 * MILLI)).isEqualTo(125);
        assertThat(Retransformation.next(150, 5 * MILLI)).isEqualTo(150);
    }

    @Test
    void next_between_isAsMany() {
        assertThat(Retransformation.next(100, 25 * MILLI)).isEqualTo(100);
    }

    @Test
    void classThatTheJvmCannotLink_isLookedForAmongThoseThatAreNotInitialized() {
        class Broken {}
        class Loaded {}
        class Unused {}
        List<List<Class<?>>> exchanges = new ArrayList<>();
        Instrumentation jvm = (Instrumentation) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                    List<Class<?>> classes = List.of((Class<?>[]) arguments[0]);
                    if (classes.contains(Broken.class)) {
                        throw new InternalError("class redefinition failed: invalid class");
                    }
                    exchanges.add(classes);
                    return null;
                });
        WeaveLog log = new WeaveLog();
        new Retransformation(jvm, weaver(log), log, new ProcessClocks(), type -> type.getEnclosingClass() == null)
                .run(List.of(String.class, Loaded.class, Integer.class, Broken.class, Long.class, Unused.class));
        assertThat(exchanges)
                .containsExactly(
                        List.of(String.class, Integer.class, Long.class), List.of(Loaded.class), List.of(Unused.class));
        assertThat(log.notWeavable()).containsOnlyKeys(Broken.class.getName());
    }

    private static Weaver weaver(WeaveLog log) {
        SiteRegistry sites = new SiteRegistry();
        return new Weaver(
                new ClassLoader(null) {},
                FinalReads.ASSUMED,
                new Scope(List.of("**"), List.of()),
                new FieldCatalog(sites),
                sites,
                log,
                new StaleMethods(),
                new InitializedNames(type -> false),
                new ProcessClocks(),
                field -> false);
    }
}

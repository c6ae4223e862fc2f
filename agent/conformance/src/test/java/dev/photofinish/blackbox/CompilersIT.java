package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What HotSpot's compilers say of woven methods, in real JVMs: a method that one refuses runs many times slower. */
final class CompilersIT {
    private static final String BLOCKS = "dev.photofinish.victim.Blocks";
    private static final Pattern COMPILED =
            Pattern.compile("\\s([1-4])\\s+" + Pattern.quote(BLOCKS) + "::(\\w+) \\(\\d+ bytes\\)");

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void synchronizedBlocks_areTakenByBothCompilers(Jdk jdk) throws Exception {
        String name = "blocks-" + jdk.feature();
        Command.Outcome plain =
                Command.of(jdk.java(), "-cp", Shipped.programs(), BLOCKS).run(name + "-plain");
        Command.Outcome woven = Command.of(
                        jdk.java(),
                        "-XX:CompileCommand=BackgroundCompilation," + BLOCKS + "::*,false",
                        "-XX:+PrintCompilation",
                        "-javaagent:" + Shipped.agentJar() + "=include=" + BLOCKS,
                        "-cp",
                        Shipped.programs(),
                        BLOCKS)
                .run(name);
        assertThat(plain.out()).startsWith("total ");
        assertThat(woven.out()).contains(plain.out().strip());
        assertThat(woven.out().lines().filter(line -> line.contains("COMPILE SKIPPED") && line.contains(BLOCKS)))
                .isEmpty();
        Map<String, TreeSet<String>> tiers = new TreeMap<>();
        Matcher matcher = COMPILED.matcher(woven.out());
        while (matcher.find()) {
            tiers.computeIfAbsent(matcher.group(2), method -> new TreeSet<>()).add(matcher.group(1));
        }
        for (String method : List.of("plain", "loop", "nested", "caught", "last")) {
            assertThat(tiers.get(method))
                    .as(method + " by C1 and C2")
                    .hasSizeGreaterThanOrEqualTo(2)
                    .contains("4");
        }
    }
}

package dev.photofinish.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void stackOfAThreadOfTheAgent_isTheAgents_wherever_itStands() {
        assertThat(Places.ofTheAgent(stack(
                        "java.util.zip.ZipFile.getEntry",
                        "dev.photofinish.site.ClassFiles.read",
                        "dev.photofinish.schedule.Session.weave",
                        "java.lang.Thread.run")))
                .isTrue();
        assertThat(Places.ofTheAgent(stack("dev.photofinish.schedule.WindowLoop.run", "java.lang.Thread.run")))
                .isTrue();
    }

    @Test
    void stackOfTheApplication_isNotTheAgents_whereItLoadsAClassThatIsWoven() {
        assertThat(Places.ofTheAgent(stack(
                        "java.util.zip.ZipFile.getEntry",
                        "dev.photofinish.site.ClassFiles.read",
                        "dev.photofinish.weave.Weaver.transform",
                        "java.lang.ClassLoader.defineClass",
                        "acme.Shop.open")))
                .isFalse();
    }

    private static List<Frame> stack(String... places) {
        return Arrays.stream(places)
                .map(place -> new Frame(
                        place.substring(0, place.lastIndexOf('.')), place.substring(place.lastIndexOf('.') + 1), 1))
                .toList();
    }
}

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

    @Test
    void place_isTheApplicationsInnermostFrame() {
        assertThat(Places.of(stack(
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.locks.LockSupport.park",
                        "java.util.concurrent.CountDownLatch.await",
                        "acme.Shop.open",
                        "acme.Main.main")))
                .isEqualTo("acme.Shop.open:1");
    }

    @Test
    void placeInsideTheJdk_isWhoAskedToWait() {
        assertThat(Places.of(stack(
                        "jdk.internal.misc.Unsafe.park",
                        "java.util.concurrent.locks.LockSupport.park",
                        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionNode.block",
                        "java.util.concurrent.ForkJoinPool.unmanagedBlock",
                        "java.util.concurrent.ForkJoinPool.managedBlock",
                        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
                        "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.take",
                        "java.util.concurrent.ThreadPoolExecutor.getTask",
                        "java.lang.Thread.run")))
                .isEqualTo("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.take:1");
        assertThat(Places.of(stack("java.lang.Object.wait", "java.lang.ref.ReferenceQueue.remove")))
                .isEqualTo("java.lang.ref.ReferenceQueue.remove:1");
    }

    @Test
    void placeOfNothingButWaiting_isTheInnermostFrame() {
        assertThat(Places.of(stack("jdk.internal.misc.Unsafe.park", "java.util.concurrent.locks.LockSupport.park")))
                .isEqualTo("jdk.internal.misc.Unsafe.park:1");
        assertThat(Places.of(List.of())).isEqualTo(Places.UNKNOWN);
    }

    private static List<Frame> stack(String... places) {
        return Arrays.stream(places)
                .map(place -> new Frame(
                        place.substring(0, place.lastIndexOf('.')), place.substring(place.lastIndexOf('.') + 1), 1))
                .toList();
    }
}

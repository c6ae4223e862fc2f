package dev.photofinish.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadNamesTest {
    @Test
    void pool_ofNumberedWorkers_isTheNameBefore() {
        assertThat(ThreadNames.pool("pool-3-thread-7")).isEqualTo("pool-3");
        assertThat(ThreadNames.pool("ForkJoinPool.commonPool-worker-12")).isEqualTo("ForkJoinPool.commonPool");
        assertThat(ThreadNames.pool("ForkJoinPool-1-worker-2")).isEqualTo("ForkJoinPool-1");
        assertThat(ThreadNames.pool("http-nio-8080-exec-5")).isEqualTo("http-nio-8080");
        assertThat(ThreadNames.pool("nioEventLoopGroup-2-1")).isEqualTo("nioEventLoopGroup-2");
        assertThat(ThreadNames.pool("XNIO-1 task-3")).isEqualTo("XNIO-1");
    }

    @Test
    void pool_ofOtherThreads_isNone() {
        assertThat(ThreadNames.pool("main")).isEmpty();
        assertThat(ThreadNames.pool("Thread-5")).isEmpty();
        assertThat(ThreadNames.pool("virtual thread 31")).isEmpty();
    }
}

package dev.photofinish.workload;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Reactor: parallel rails, publishOn, flatMap, groupBy, zips, sinks, windows, timeouts, retries, cancellation. */
final class ReactorWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int N = 60;
    private static final long SUM = N * (N - 1L) / 2;

    @Override
    public String run(Duration time) throws Exception {
        Scheduler workers = Schedulers.newParallel("worker", 3);
        Scheduler elastic = Schedulers.newBoundedElastic(4, 1000, "elastic");
        try (Crew crew = new Crew(time)) {
            crew.add(
                    2,
                    PAUSE,
                    round -> Check.equal(
                            SUM,
                            sum(parcels()
                                    .parallel(3)
                                    .runOn(workers)
                                    .map(ReactorWorkload::next)
                                    .sequential()),
                            "the parallel sum"));
            crew.add(PAUSE, round -> {
                Check.equal(
                        SUM,
                        sum(parcels()
                                .publishOn(workers, 8)
                                .flatMap(parcel ->
                                        Mono.fromCallable(() -> next(parcel)).subscribeOn(elastic))),
                        "the sum through flatMap");
                Check.equal(
                        SUM,
                        sum(parcels()
                                .groupBy(parcel -> parcel.open() % 4)
                                .flatMap(group -> group.publishOn(workers).map(ReactorWorkload::next))),
                        "the sum through groups");
                Check.equal(
                        SUM,
                        sum(Flux.zip(parcels().publishOn(workers), parcels().publishOn(elastic), (a, b) -> {
                            Check.equal(a.open(), b.open(), "the twin of parcel");
                            return b;
                        })),
                        "the sum through zip");
                Check.equal(
                        SUM,
                        sum(parcels().publishOn(elastic).window(7).concatMap(window -> window.subscribeOn(workers))),
                        "the sum through windows");
            });
            crew.add(PAUSE, round -> {
                Sinks.Many<Parcel> sink = Sinks.many().unicast().onBackpressureBuffer();
                workers.schedule(() -> {
                    for (long i = 0; i < N; i++) {
                        sink.emitNext(new Parcel(i), Sinks.EmitFailureHandler.FAIL_FAST);
                    }
                    sink.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
                });
                Check.equal(SUM, sum(sink.asFlux().publishOn(elastic)), "the sum through a sink");
                Flux<Parcel> shared = parcels().publishOn(workers).replay(5).autoConnect(2);
                Mono<Long> left = shared.map(Parcel::open).reduce(0L, Long::sum).subscribeOn(elastic);
                Mono<Long> right =
                        shared.map(Parcel::open).reduce(0L, Long::sum).subscribeOn(elastic);
                Check.that(Mono.zip(left, right).block(Duration.ofSeconds(20)) != null, "both subscribers of a replay");
            });
            crew.add(PAUSE, round -> {
                boolean late = Mono.delay(
                                Duration.ofMillis(ThreadLocalRandom.current().nextInt(4)), workers)
                        .timeout(Duration.ofMillis(2), workers)
                        .map(tick -> false)
                        .onErrorReturn(TimeoutException.class, true)
                        .blockOptional(Duration.ofSeconds(20))
                        .orElseThrow();
                long attempts = Flux.defer(() -> Flux.<Long>error(new IllegalStateException("again")))
                        .retryWhen(Retry.backoff(2, Duration.ofMillis(1)).scheduler(workers))
                        .count()
                        .onErrorReturn(-1L)
                        .blockOptional(Duration.ofSeconds(20))
                        .orElseThrow();
                Check.equal(-1, attempts, "the failure after retries, late " + late + ":");
                Check.equal(
                        5,
                        Flux.interval(Duration.ofNanos(100_000), workers)
                                .take(5)
                                .count()
                                .blockOptional(Duration.ofSeconds(20))
                                .orElseThrow(),
                        "ticks");
                Check.that(
                        !Flux.merge(
                                        parcels().delayElements(Duration.ofNanos(10_000), workers),
                                        parcels().publishOn(elastic))
                                .bufferTimeout(5, Duration.ofMillis(1), workers)
                                .take(3)
                                .collectList()
                                .blockOptional(Duration.ofSeconds(20))
                                .orElseThrow()
                                .isEmpty(),
                        "buffers");
            });
            return crew.await() + " rounds";
        } finally {
            workers.disposeGracefully().block(Duration.ofSeconds(10));
            elastic.disposeGracefully().block(Duration.ofSeconds(10));
            Schedulers.shutdownNow();
        }
    }

    private static Flux<Parcel> parcels() {
        return Flux.range(0, N).map(number -> new Parcel(number));
    }

    private static Parcel next(Parcel parcel) {
        long number = parcel.open();
        parcel.clear();
        return new Parcel(number);
    }

    private static long sum(Flux<Parcel> parcels) {
        return parcels.map(Parcel::open)
                .reduce(0L, Long::sum)
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();
    }
}

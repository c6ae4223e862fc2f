package dev.photofinish.workload;

import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.ReplaySubject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** RxJava: parallel flowables, observeOn, flatMap, groups, zips, subjects, windows in time, timeouts, disposal. */
final class RxJavaWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int N = 60;
    private static final int BUFFER = 7;
    private static final long SUM = N * (N - 1L) / 2;

    @Override
    public String run(Duration time) throws Exception {
        try (Crew crew = new Crew(time)) {
            crew.add(
                    2,
                    PAUSE,
                    round -> Check.equal(
                            SUM,
                            sum(parcels()
                                    .parallel(3)
                                    .runOn(Schedulers.computation())
                                    .map(RxJavaWorkload::next)
                                    .sequential()),
                            "the parallel sum"));
            crew.add(PAUSE, round -> {
                Check.equal(
                        SUM,
                        sum(parcels()
                                .observeOn(Schedulers.computation(), false, 8)
                                .flatMapSingle(parcel ->
                                        Single.fromCallable(() -> next(parcel)).subscribeOn(Schedulers.io()))),
                        "the sum through flatMap");
                Check.equal(
                        SUM,
                        sum(parcels()
                                .groupBy(parcel -> parcel.open() % 4)
                                .flatMap(group -> group.observeOn(Schedulers.computation())
                                        .map(RxJavaWorkload::next))),
                        "the sum through groups");
                Check.equal(
                        SUM,
                        sum(Flowable.zip(
                                parcels().observeOn(Schedulers.computation()),
                                parcels().subscribeOn(Schedulers.io()),
                                (a, b) -> {
                                    Check.equal(a.open(), b.open(), "the twin of parcel");
                                    return b;
                                })),
                        "the sum through zip");
                Check.equal(
                        SUM,
                        sum(parcels()
                                .subscribeOn(Schedulers.io())
                                // Where opening one takes longer than that, RxJava opens them for ever.
                                .window(20, TimeUnit.MILLISECONDS)
                                .flatMap(window -> window)),
                        "the sum through windows");
            });
            crew.add(PAUSE, round -> {
                ReplaySubject<Parcel> subject = ReplaySubject.create();
                Disposable source = Observable.range(0, N)
                        .subscribeOn(Schedulers.io())
                        .subscribe(number -> subject.onNext(new Parcel(number)), subject::onError, subject::onComplete);
                Check.equal(
                        SUM,
                        sum(subject.observeOn(Schedulers.computation()).toFlowable(BackpressureStrategy.BUFFER)),
                        "the sum through a subject");
                source.dispose();
                PublishProcessor<Parcel> processor = PublishProcessor.create();
                Disposable ticks = Flowable.interval(100, TimeUnit.MICROSECONDS)
                        .onBackpressureDrop()
                        .subscribe(tick -> processor.onNext(new Parcel(tick)), processor::onError);
                processor
                        .onBackpressureLatest()
                        .observeOn(Schedulers.io())
                        .map(Parcel::open)
                        .take(5)
                        .timeout(20, TimeUnit.SECONDS)
                        .blockingSubscribe();
                ticks.dispose();
            });
            crew.add(PAUSE, round -> {
                boolean late = Single.timer(round % 4, TimeUnit.MILLISECONDS)
                        .timeout(2, TimeUnit.MILLISECONDS)
                        .map(tick -> false)
                        .onErrorReturn(failure -> failure instanceof TimeoutException)
                        .blockingGet();
                long retried = Flowable.<Long>error(new IllegalStateException("again"))
                        .retryWhen(failures -> failures.take(2).delay(1, TimeUnit.MILLISECONDS))
                        .count()
                        .blockingGet();
                Check.equal(0, retried, "values after retries, late " + late + ":");
                // RxJava 3.1.12 itself loses a buffer, once in some hundred thousand rounds without an agent: the timer
                // has taken it and has not yet handed it on when the source's end is.
                long buffered = parcels()
                        .delay(100, TimeUnit.MICROSECONDS)
                        .buffer(1, TimeUnit.MILLISECONDS, BUFFER)
                        .flatMapIterable(list -> list)
                        .count()
                        .blockingGet();
                Check.that(
                        N - BUFFER <= buffered && buffered <= N, "all parcels in buffers but one, found " + buffered);
            });
            return crew.await() + " rounds";
        } finally {
            Schedulers.shutdown();
        }
    }

    private static Flowable<Parcel> parcels() {
        return Flowable.range(0, N).map(number -> new Parcel(number));
    }

    private static Parcel next(Parcel parcel) {
        long number = parcel.open();
        parcel.clear();
        return new Parcel(number);
    }

    private static long sum(Flowable<Parcel> parcels) {
        return parcels.map(Parcel::open)
                .timeout(20, TimeUnit.SECONDS)
                .reduce(0L, Long::sum)
                .blockingGet();
    }
}

package dev.photofinish.workload;

import java.io.Serial;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fork/join: tasks that sum, sort and search by halves, dependent futures on the same pool, parallel streams on the common one. */
final class ForkJoinWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int N = 600;
    private static final int SMALL = 30;
    private static final long SUM = N * (N - 1L) / 2;

    @Override
    public String run(Duration time) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(3);
        try (Crew crew = new Crew(time)) {
            crew.add(2, PAUSE, round -> {
                Parcel[] parcels = new Parcel[N];
                pool.invoke(new Fill(parcels, 0, N));
                Check.equal(SUM, pool.invoke(new Sum(parcels, 0, N)), "the sum of the parcels");
            });
            crew.add(PAUSE, round -> sort(pool, round));
            crew.add(PAUSE, round -> {
                Parcel[] parcels = new Parcel[N];
                Arrays.setAll(parcels, Parcel::new);
                long wanted = round * 7919 % N;
                AtomicLong at = new AtomicLong(-1);
                pool.submit(new Search(null, parcels, 0, N, wanted, at)).get(30, TimeUnit.SECONDS);
                Check.equal(wanted, at.get(), "the place of the parcel");
                CompletableFuture<Long> half = CompletableFuture.supplyAsync(() -> new Parcel(round), pool)
                        .thenApplyAsync(parcel -> parcel.open() * 3, pool)
                        .thenCombineAsync(
                                CompletableFuture.supplyAsync(() -> new Parcel(round), pool),
                                (three, parcel) -> three - parcel.open(),
                                pool);
                Check.equal(2 * round, half.get(30, TimeUnit.SECONDS), "the dependent number");
            });
            crew.add(PAUSE, ForkJoinWorkload::streams);
            long rounds = crew.await();
            return rounds + " rounds, " + pool.getStealCount() + " tasks stolen";
        } finally {
            pool.shutdown();
            Check.that(pool.awaitTermination(30, TimeUnit.SECONDS), "the pool to end");
        }
    }

    private static void sort(ForkJoinPool pool, long round) {
        long[] numbers = LongStream.range(0, N).map(i -> (i * 7919 + round) % N).toArray();
        pool.invoke(new Sort(numbers, new long[N], 0, N));
        for (int i = 0; i < N; i++) {
            Check.equal(i, numbers[i], "the sorted number");
        }
    }

    private static void streams(long round) {
        List<Parcel> parcels =
                IntStream.range(0, N).parallel().mapToObj(Parcel::new).toList();
        Check.equal(SUM, parcels.parallelStream().mapToLong(Parcel::open).sum(), "the sum of the stream");
        ConcurrentMap<Long, List<Parcel>> groups =
                parcels.parallelStream().collect(Collectors.groupingByConcurrent(parcel -> parcel.open() % 10));
        groups.forEach((digit, group) -> Check.equal(
                digit * group.size(),
                group.parallelStream().mapToLong(parcel -> parcel.open() % 10).sum(),
                "the last digits"));
        Map<Boolean, Long> halves = parcels.parallelStream()
                .collect(Collectors.partitioningBy(parcel -> parcel.open() < round % N, Collectors.counting()));
        Check.equal(round % N, halves.getOrDefault(true, 0L), "the smaller parcels");
        List<Long> sorted = parcels.parallelStream()
                .map(Parcel::open)
                .sorted((a, b) -> Long.compare(b, a))
                .limit(10)
                .toList();
        Check.equal(N - 1L, sorted.get(0), "the largest number");
        Check.equal(N - 10L, sorted.get(9), "the tenth of the largest numbers");
    }

    /** Makes the parcels that whoever joins it opens. */
    private static final class Fill extends RecursiveAction {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Parcel[] parcels;
        private final int from;
        private final int to;

        Fill(Parcel[] parcels, int from, int to) {
            this.parcels = parcels;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from <= SMALL) {
                for (int i = from; i < to; i++) {
                    parcels[i] = new Parcel(i);
                }
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Fill(parcels, from, middle), new Fill(parcels, middle, to));
        }
    }

    private static final class Sum extends RecursiveTask<Long> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Parcel[] parcels;
        private final int from;
        private final int to;

        Sum(Parcel[] parcels, int from, int to) {
            this.parcels = parcels;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Long compute() {
            if (to - from <= SMALL) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += parcels[i].open();
                }
                return sum;
            }
            int middle = (from + to) >>> 1;
            Sum right = new Sum(parcels, middle, to);
            right.fork();
            return new Sum(parcels, from, middle).compute() + right.join();
        }
    }

    /** Merge sort: each half writes the plain elements that the merge reads. */
    private static final class Sort extends RecursiveAction {
        @Serial
        private static final long serialVersionUID = 1;

        private final long[] numbers;
        private final long[] spare;
        private final int from;
        private final int to;

        Sort(long[] numbers, long[] spare, int from, int to) {
            this.numbers = numbers;
            this.spare = spare;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from <= SMALL) {
                Arrays.sort(numbers, from, to);
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Sort(numbers, spare, from, middle), new Sort(numbers, spare, middle, to));
            System.arraycopy(numbers, from, spare, from, to - from);
            int left = from;
            int right = middle;
            for (int i = from; i < to; i++) {
                boolean fromLeft = right == to || (left < middle && spare[left] <= spare[right]);
                numbers[i] = fromLeft ? spare[left++] : spare[right++];
            }
        }
    }

    /** Looks for a number in all pieces at once; complete when all of them are. */
    private static final class Search extends CountedCompleter<Void> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Parcel[] parcels;
        private final int from;
        private final int to;
        private final long wanted;
        private final AtomicLong at;

        Search(@Nullable CountedCompleter<?> parent, Parcel[] parcels, int from, int to, long wanted, AtomicLong at) {
            super(parent);
            this.parcels = parcels;
            this.from = from;
            this.to = to;
            this.wanted = wanted;
            this.at = at;
        }

        @Override
        public void compute() {
            int end = to;
            while (end - from > SMALL && at.get() < 0) {
                int middle = (from + end) >>> 1;
                addToPendingCount(1);
                new Search(this, parcels, middle, end, wanted, at).fork();
                end = middle;
            }
            for (int i = from; i < end && at.get() < 0; i++) {
                if (parcels[i].open() == wanted) {
                    at.set(i);
                }
            }
            tryComplete();
        }
    }
}

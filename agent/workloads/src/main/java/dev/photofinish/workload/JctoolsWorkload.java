package dev.photofinish.workload;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.maps.NonBlockingHashMap;
import org.jctools.maps.NonBlockingHashMapLong;
import org.jctools.maps.NonBlockingHashSet;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpmcUnboundedXaddArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscGrowableArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jctools.queues.MpscUnboundedXaddArrayQueue;
import org.jctools.queues.SpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscGrowableArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.jctools.queues.SpscUnboundedArrayQueue;
import org.jctools.queues.atomic.MpmcAtomicArrayQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;

/** JCTools: queues of every kind of producer and consumer, by Unsafe and by atomics, and the non-blocking maps. */
final class JctoolsWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofNanos(200_000);
    private static final int BATCH = 20;

    private static final class Lane {
        final Queue<Parcel> queue;
        final int producers;
        final int consumers;
        final AtomicLong sent = new AtomicLong();
        final AtomicLong received = new AtomicLong();

        Lane(Queue<Parcel> queue, int producers, int consumers) {
            this.queue = queue;
            this.producers = producers;
            this.consumers = consumers;
        }

        void produce(long round) {
            for (int i = 0; i < BATCH; i++) {
                long number = round * BATCH + i;
                if (!queue.offer(new Parcel(number))) {
                    return;
                }
                sent.addAndGet(number);
            }
        }

        void consume() {
            for (Parcel parcel = queue.poll(); parcel != null; parcel = queue.poll()) {
                received.addAndGet(parcel.open());
                parcel.clear();
            }
        }
    }

    private final List<Lane> lanes = List.of(
            new Lane(new SpscArrayQueue<>(64), 1, 1),
            new Lane(new SpscLinkedQueue<>(), 1, 1),
            new Lane(new SpscUnboundedArrayQueue<>(16), 1, 1),
            new Lane(new SpscGrowableArrayQueue<>(8, 64), 1, 1),
            new Lane(new MpscArrayQueue<>(64), 2, 1),
            new Lane(new MpscLinkedQueue<>(), 2, 1),
            new Lane(new MpscUnboundedArrayQueue<>(16), 2, 1),
            new Lane(new MpscGrowableArrayQueue<>(8, 64), 2, 1),
            new Lane(new MpscUnboundedXaddArrayQueue<>(16), 2, 1),
            new Lane(new SpmcArrayQueue<>(64), 1, 2),
            new Lane(new MpmcArrayQueue<>(64), 2, 2),
            new Lane(new MpmcUnboundedXaddArrayQueue<>(16), 2, 2),
            new Lane(new SpscAtomicArrayQueue<>(64), 1, 1),
            new Lane(new MpscAtomicArrayQueue<>(64), 2, 1),
            new Lane(new MpmcAtomicArrayQueue<>(64), 2, 2));

    /** Apart from {@link Parcel}: these maps read a value as a plain array element, which publishes nothing. */
    private static final class Mapped {
        private long number; // not final: what is published is to be seen

        Mapped(long number) {
            this.number = number;
        }
    }

    private final NonBlockingHashMap<Long, Mapped> map = new NonBlockingHashMap<>();
    private final NonBlockingHashMapLong<Mapped> longMap = new NonBlockingHashMapLong<>();
    private final NonBlockingHashSet<Long> set = new NonBlockingHashSet<>();

    @Override
    public String run(Duration time) throws Exception {
        try (Crew crew = new Crew(time)) {
            // A thread for each end of the lanes: a single producer is one thread.
            for (int end = 0; end < 2; end++) {
                int producer = end;
                crew.add(
                        PAUSE,
                        round -> lanes.forEach(lane -> {
                            if (producer < lane.producers) {
                                lane.produce(round);
                            }
                        }));
                int consumer = end;
                crew.add(
                        PAUSE,
                        round -> lanes.forEach(lane -> {
                            if (consumer < lane.consumers) {
                                lane.consume();
                            }
                        }));
            }
            crew.add(2, PAUSE, this::useMaps);
            long rounds = crew.await();
            for (Lane lane : lanes) {
                lane.consume();
                Check.equal(lane.sent.get(), lane.received.get(), "the sum through " + lane.queue.getClass());
            }
            return rounds + " rounds, " + lanes.get(0).received + " through the first lane, " + map.size() + " mapped";
        }
    }

    private void useMaps(long round) {
        long key = round % 500;
        map.put(key, new Mapped(key));
        longMap.put(key, new Mapped(key));
        set.add(key);
        long other = (key * 31) % 500;
        Mapped seen = map.get(other);
        Mapped seenByLong = longMap.get(other);
        if (seen != null) {
            Check.equal(other, seen.number, "the number of its key");
        }
        if (seenByLong != null) {
            Check.equal(other, seenByLong.number, "the number of its key");
        }
        map.putIfAbsent(other, new Mapped(other));
        map.replace(key, new Mapped(key));
        if (round % 3 == 0) {
            map.remove(other);
            longMap.remove(other);
            set.remove(other);
        }
        if (round % 200 == 0) {
            map.forEach((k, mapped) -> Check.equal(k, mapped.number, "the number of its key"));
        }
        if (round % 1000 == 999) {
            map.clear();
        }
    }
}

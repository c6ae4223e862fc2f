package dev.photofinish.workload;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.PhasedBackoffWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** LMAX Disruptor: one and many producers, a diamond of handlers, wait strategies that block, yield and time out. */
final class DisruptorWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofNanos(500_000);
    private static final int BATCH = 10;

    /** What is in a slot of the ring: each handler leaves a plain trace for those after it. */
    private static final class Slot {
        final Parcel parcel = new Parcel();
        long doubled;
        long negated;
    }

    private static final class Ring {
        final Disruptor<Slot> disruptor;
        final RingBuffer<Slot> ring;
        final int producers;
        final AtomicLong sent = new AtomicLong();
        final AtomicLong received = new AtomicLong();
        private long sum;

        Ring(ProducerType type, int producers, WaitStrategy strategy) {
            this.producers = producers;
            disruptor = new Disruptor<>(Slot::new, 64, Executors.defaultThreadFactory(), type, strategy);
            EventHandler<Slot> doubles = (slot, sequence, last) -> slot.doubled = slot.parcel.open() * 2;
            EventHandler<Slot> negates = (slot, sequence, last) -> slot.negated = -slot.parcel.open();
            EventHandler<Slot> checks = this::check;
            disruptor.handleEventsWith(doubles, negates).then(checks);
            ring = disruptor.start();
        }

        private void check(Slot slot, long sequence, boolean last) {
            long number = slot.parcel.open();
            Check.equal(2 * number, slot.doubled, "the doubled number");
            Check.equal(-number, slot.negated, "the negated number");
            sum += number;
            slot.parcel.clear();
            if (last) {
                received.set(sum);
            }
        }

        void publish(long round) {
            for (int i = 0; i < BATCH; i++) {
                long number = round * BATCH + i;
                if (i % 2 == 0) {
                    ring.publishEvent((slot, sequence) -> slot.parcel.fill(number));
                } else if (!ring.tryPublishEvent((slot, sequence) -> slot.parcel.fill(number))) {
                    continue;
                }
                sent.addAndGet(number);
            }
        }
    }

    @Override
    public String run(Duration time) throws Exception {
        List<Ring> rings = List.of(
                new Ring(ProducerType.SINGLE, 1, new BlockingWaitStrategy()),
                new Ring(ProducerType.MULTI, 3, new BlockingWaitStrategy()),
                new Ring(ProducerType.MULTI, 2, new TimeoutBlockingWaitStrategy(1, TimeUnit.MILLISECONDS)),
                new Ring(
                        ProducerType.MULTI,
                        2,
                        PhasedBackoffWaitStrategy.withSleep(1_000, 10_000, TimeUnit.NANOSECONDS)));
        try (Crew crew = new Crew(time)) {
            for (int i = 0; i < 3; i++) {
                int producer = i;
                crew.add(
                        PAUSE,
                        round -> rings.forEach(ring -> {
                            if (producer < ring.producers) {
                                ring.publish(round);
                            }
                        }));
            }
            long rounds = crew.await();
            yielding();
            long sum = 0;
            for (Ring ring : rings) {
                ring.disruptor.shutdown(30, TimeUnit.SECONDS);
                Check.equal(ring.sent.get(), ring.received.get(), "the sum of the numbers");
                sum += ring.sent.get();
            }
            return rounds + " rounds, sum " + sum;
        }
    }

    /** A short burst: handlers that yield would take a core each. */
    private static void yielding() throws Exception {
        Ring ring = new Ring(ProducerType.SINGLE, 1, new YieldingWaitStrategy());
        for (int round = 0; round < 20; round++) {
            ring.publish(round);
        }
        ring.disruptor.shutdown(30, TimeUnit.SECONDS);
        Check.equal(ring.sent.get(), ring.received.get(), "the sum of the numbers");
    }
}

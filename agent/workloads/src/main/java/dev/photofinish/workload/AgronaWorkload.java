package dev.photofinish.workload;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BufferUtil;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.agrona.concurrent.broadcast.CopyBroadcastReceiver;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;

/** Agrona: ring buffers on and off the heap, the broadcast buffer, array queues, agents, counters. */
final class AgronaWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofNanos(200_000);
    private static final int SLOTS = 1024;
    private static final int BATCH = 10;

    /** Parcels that go beside a ring buffer: the message is the number of the slot. */
    private static final class Line {
        final RingBuffer ring;
        final Parcel[] beside = new Parcel[SLOTS];
        final UnsafeBuffer message;
        final AtomicLong sent = new AtomicLong();
        final AtomicLong received = new AtomicLong();
        long next;
        long seen;

        Line(RingBuffer ring) {
            this.ring = ring;
            this.message = new UnsafeBuffer(new byte[16]);
        }

        /** By one producer. */
        void send() {
            for (int i = 0; i < BATCH && next - received.get() < SLOTS; i++) {
                beside[(int) (next % SLOTS)] = new Parcel(next);
                message.putLong(0, next);
                if (!ring.write(7, message, 0, 8)) {
                    return;
                }
                next++;
                sent.set(next);
            }
        }

        /** By one consumer. */
        int receive() {
            return ring.read(
                    (type, buffer, index, length) -> {
                        long number = buffer.getLong(index);
                        Check.equal(seen++, number, "the messages in order: number");
                        Check.equal(number, beside[(int) (number % SLOTS)].open(), "the parcel beside the message");
                        received.set(number + 1);
                    },
                    BATCH);
        }
    }

    private static final class Receiver implements Agent {
        private final Line line;

        Receiver(Line line) {
            this.line = line;
        }

        @Override
        public int doWork() {
            return line.receive();
        }

        @Override
        public String roleName() {
            return "receiver";
        }
    }

    private final Line direct = new Line(new OneToOneRingBuffer(offHeap(RingBufferDescriptor.TRAILER_LENGTH)));
    private final Line onHeap =
            new Line(new ManyToOneRingBuffer(new UnsafeBuffer(new byte[4096 + RingBufferDescriptor.TRAILER_LENGTH])));
    private final RingBuffer many = new ManyToOneRingBuffer(offHeap(RingBufferDescriptor.TRAILER_LENGTH));
    private final UnsafeBuffer broadcast = offHeap(BroadcastBufferDescriptor.TRAILER_LENGTH);
    private final Queue<Parcel> one = new OneToOneConcurrentArrayQueue<>(64);
    private final Queue<Parcel> manyToOne = new ManyToOneConcurrentArrayQueue<>(64);
    private final Queue<Parcel> manyToMany = new ManyToManyConcurrentArrayQueue<>(64);
    private final Queue<Parcel> linked = new ManyToOneConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong manySent = new AtomicLong();
    private final AtomicLong manyReceived = new AtomicLong();

    private static UnsafeBuffer offHeap(int trailer) {
        ByteBuffer memory = BufferUtil.allocateDirectAligned(4096 + trailer, 64);
        return new UnsafeBuffer(memory);
    }

    @Override
    public String run(Duration time) throws Exception {
        CountersManager counters =
                new CountersManager(new UnsafeBuffer(new byte[64 * 1024]), new UnsafeBuffer(new byte[16 * 1024]));
        AtomicCounter errors = counters.newCounter("errors");
        AtomicCounter rounds = counters.newCounter("rounds");
        BroadcastTransmitter transmitter = new BroadcastTransmitter(broadcast);
        AgentRunner runner = new AgentRunner(
                new BackoffIdleStrategy(1, 1, 1_000, 200_000),
                Throwable::printStackTrace,
                errors,
                new Receiver(direct));
        AgentRunner.startOnThread(runner);
        try (runner;
                Crew crew = new Crew(time)) {
            UnsafeBuffer note = new UnsafeBuffer(new byte[8]);
            crew.add(PAUSE, round -> {
                direct.send();
                onHeap.send();
                note.putLong(0, round);
                transmitter.transmit(3, note, 0, 8);
                offer(one, round);
            });
            crew.add(2, PAUSE, round -> {
                UnsafeBuffer number = new UnsafeBuffer(new byte[8]);
                number.putLong(0, round);
                if (many.write(5, number, 0, 8)) {
                    manySent.addAndGet(round);
                }
                offer(manyToOne, round);
                offer(manyToMany, round);
                offer(linked, round);
                rounds.increment();
            });
            crew.add(PAUSE, round -> {
                onHeap.receive();
                many.read((type, buffer, index, length) -> manyReceived.addAndGet(buffer.getLong(index)));
                poll(one);
                poll(manyToOne);
                poll(linked);
                counters.forEach((id, label) -> Check.that(!label.isEmpty(), "a label of counter " + id));
            });
            crew.add(2, PAUSE, round -> poll(manyToMany));
            CopyBroadcastReceiver receiver = new CopyBroadcastReceiver(new BroadcastReceiver(broadcast));
            crew.add(PAUSE, round -> {
                try {
                    receiver.receive(
                            (type, buffer, index, length) -> Check.equal(3, type, "the type of the broadcast"));
                } catch (IllegalStateException lapped) {
                    Check.that(String.valueOf(lapped.getMessage()).contains("keep up"), "to be lapped at most");
                }
            });
            crew.await();
            drain();
            Check.equal(0, errors.get(), "errors of the agent");
            return rounds.get() + " rounds, " + direct.sent + " off the heap, " + onHeap.sent + " on it, " + sent
                    + " through queues";
        }
    }

    private void drain() {
        poll(one);
        poll(manyToOne);
        poll(manyToMany);
        poll(linked);
        while (many.read((type, buffer, index, length) -> manyReceived.addAndGet(buffer.getLong(index))) > 0) {}
        Check.equal(sent.get(), received.get(), "the sum through the queues");
        Check.equal(manySent.get(), manyReceived.get(), "the sum through the ring buffer");
    }

    private void offer(Queue<Parcel> queue, long number) {
        if (queue.offer(new Parcel(number))) {
            sent.addAndGet(number);
        }
    }

    private void poll(Queue<Parcel> queue) {
        for (Parcel parcel = queue.poll(); parcel != null; parcel = queue.poll()) {
            received.addAndGet(parcel.open());
            parcel.clear();
        }
    }
}

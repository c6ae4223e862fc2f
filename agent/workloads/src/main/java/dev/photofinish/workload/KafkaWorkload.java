package dev.photofinish.workload;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/** Kafka: a broker in this JVM, a producer that threads share and one that compresses, a group of consumers, an admin client. */
final class KafkaWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(4);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String TOPIC = "parcels";
    private static final int PARTITIONS = 4;
    private static final int BATCH = 10;
    private static final int LONGEST = 512;

    /** Messages that may be under way: retention deletes what the consumers have not seen as well. */
    private static final int UNDER_WAY = 20_000;

    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sum = new AtomicLong();

    /** The offset that each partition's next message must have. */
    private final Map<Integer, Long> next = new ConcurrentHashMap<>();

    @Override
    public String run(Duration time) throws Exception {
        try (KafkaNode node = KafkaNode.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", node.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            try (KafkaProducer<Long, byte[]> shared = producer(node, "none");
                    KafkaProducer<Long, byte[]> own = producer(node, "gzip");
                    KafkaConsumer<Long, byte[]> first = consumer(node);
                    KafkaConsumer<Long, byte[]> second = consumer(node)) {
                // Before the time begins: each producer has been answered, and the group has its partitions.
                send(shared);
                send(own);
                receiveAll(first, second);
                long rounds;
                try (Crew crew = new Crew(time)) {
                    crew.add(2, PAUSE, round -> send(shared));
                    crew.add(PAUSE, round -> send(own));
                    // They do not count as rounds: how long a poll takes says how seldom there is something.
                    crew.add(Duration.ofMillis(5), round -> receive(first));
                    crew.add(Duration.ofMillis(5), round -> receive(second));
                    crew.add(Duration.ofMillis(100), round -> look(admin));
                    rounds = crew.await();
                }
                receiveAll(first, second);
                long sent = numbers.get();
                Check.equal(sent * (sent + 1) / 2, sum.get(), "the sum of the numbers");
                return rounds + " rounds, " + sent + " messages";
            }
        }
    }

    private static KafkaProducer<Long, byte[]> producer(KafkaNode node, String compression) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", node.address(), "linger.ms", 0, "compression.type", compression);
        return new KafkaProducer<>(settings, new LongSerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<Long, byte[]> consumer(KafkaNode node) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                node.address(),
                "group.id",
                "openers",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                2000);
        KafkaConsumer<Long, byte[]> consumer =
                new KafkaConsumer<>(settings, new LongDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPIC));
        return consumer;
    }

    private void send(KafkaProducer<Long, byte[]> producer) throws Exception {
        Check.that(room.tryAcquire(BATCH, 30, TimeUnit.SECONDS), "consumers that keep up");
        List<Future<?>> answers = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            long number = numbers.incrementAndGet();
            Parcel parcel = new Parcel(number);
            byte[] content = new byte[Long.BYTES + (int) (number % LONGEST)];
            ByteBuffer.wrap(content).putLong(~number);
            answers.add(producer.send(new ProducerRecord<>(TOPIC, number, content), (where, failure) -> {
                if (failure == null) {
                    Check.that(parcel.open() > 0 && where.hasOffset(), "a number and an offset");
                    acknowledged.incrementAndGet();
                }
            }));
        }
        for (Future<?> answer : answers) {
            answer.get(30, TimeUnit.SECONDS);
        }
    }

    private void receive(KafkaConsumer<Long, byte[]> consumer) {
        int count = 0;
        for (ConsumerRecord<Long, byte[]> message : consumer.poll(POLL)) {
            long expected = next.getOrDefault(message.partition(), 0L);
            if (message.offset() < expected) {
                // Seen by the consumer that had the partition before, which could not commit any more.
                continue;
            }
            Check.equal(expected, message.offset(), "the offset in partition " + message.partition());
            next.put(message.partition(), expected + 1);
            long number = message.key();
            ByteBuffer content = ByteBuffer.wrap(message.value());
            Check.equal(~number, content.getLong(), "the content of message " + number);
            Check.equal(number % LONGEST, content.remaining(), "the rest of message " + number);
            sum.addAndGet(number);
            count++;
        }
        if (count > 0) {
            received.addAndGet(count);
            room.release(count);
            consumer.commitAsync();
        }
    }

    /** To be called when nobody sends. */
    private void receiveAll(KafkaConsumer<Long, byte[]> first, KafkaConsumer<Long, byte[]> second) {
        long sent = numbers.get();
        Check.equal(sent, acknowledged.get(), "the acknowledged messages");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (received.get() < sent && System.nanoTime() - deadline < 0) {
            receive(first);
            receive(second);
        }
        Check.equal(sent, received.get(), "the received messages");
    }

    private void look(Admin admin) throws Exception {
        long seen = received.get();
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        long sent = admin.listOffsets(ends).all().get(30, TimeUnit.SECONDS).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
        Check.that(sent >= seen, "at least " + seen + " messages in the partitions, found " + sent);
    }
}

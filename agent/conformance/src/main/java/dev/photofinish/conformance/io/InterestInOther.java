package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

@Scenario("One thread says what it is interested in of a channel, another selects the key of another one")
@Races("payload")
final class InterestInOther implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Pipe ready = Pipe.open();
        Pipe silent = Pipe.open();
        try (Selector selector = Selector.open();
                Pipe.SourceChannel source = ready.source();
                Pipe.SinkChannel sink = ready.sink();
                Pipe.SourceChannel other = silent.source()) {
            sink.write(ByteBuffer.allocate(1));
            source.configureBlocking(false);
            other.configureBlocking(false);
            SelectionKey key = source.register(selector, SelectionKey.OP_READ);
            SelectionKey otherKey = other.register(selector, 0);
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        otherKey.interestOps(SelectionKey.OP_READ);
                    },
                    () -> {
                        while (!selector.selectedKeys().contains(key)) {
                            selector.select();
                        }
                        payload++;
                    });
            silent.sink().close();
        }
    }
}

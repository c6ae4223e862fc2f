package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

@Scenario("One thread says what it is interested in, another selects the key: the way back in a reactor")
@Clean
final class InterestBeforeSelection implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Pipe pipe = Pipe.open();
        try (Selector selector = Selector.open();
                Pipe.SourceChannel source = pipe.source();
                Pipe.SinkChannel sink = pipe.sink()) {
            sink.write(ByteBuffer.allocate(1));
            source.configureBlocking(false);
            SelectionKey key = source.register(selector, 0);
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        key.interestOps(SelectionKey.OP_READ);
                        selector.wakeup();
                    },
                    () -> {
                        while (!selector.selectedKeys().contains(key)) {
                            selector.select();
                        }
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

@Scenario("The end of a channel comes after what was done before the other side closed it")
@Clean
final class EndOfChannel implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.shutdownOutput();
                        Check.equal(-1, client.read(ByteBuffer.allocate(1)));
                        payload++;
                    },
                    () -> {
                        try (accepted) {
                            Check.equal(-1, accepted.read(ByteBuffer.allocate(1)));
                            payload++;
                        }
                    });
        }
        Check.equal(3, payload);
    }
}

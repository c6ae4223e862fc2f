package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

@Scenario("A channel is accepted after the connection was asked for")
@Clean
final class AcceptedChannel implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocketChannel server =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        SocketChannel.open(server.getLocalAddress()).close();
                    },
                    () -> {
                        server.accept().close();
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

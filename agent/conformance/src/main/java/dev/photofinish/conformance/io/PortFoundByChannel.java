package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

@Scenario("As PortFound, by channels")
@Clean
final class PortFoundByChannel implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        InetSocketAddress address = freeAddress();
        Threads.concurrently(
                () -> {
                    payload = 1;
                    try (ServerSocketChannel server = ServerSocketChannel.open().bind(address)) {
                        server.accept().close();
                    }
                },
                () -> {
                    find(address);
                    payload++;
                });
        Check.equal(2, payload);
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) unused.getLocalSocketAddress();
        }
    }

    private static void find(InetSocketAddress address) throws Exception {
        while (true) {
            try {
                SocketChannel.open(address).close();
                return;
            } catch (ConnectException refused) {
                Thread.sleep(1);
            }
        }
    }
}

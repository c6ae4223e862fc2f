package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

@Scenario("A Socket at one end, a SocketChannel at the other, whose stream is read")
@Clean
final class SocketToChannel implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
                SocketChannel accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.getOutputStream().write(1);
                    },
                    () -> {
                        Check.equal(1, accepted.socket().getInputStream().read());
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

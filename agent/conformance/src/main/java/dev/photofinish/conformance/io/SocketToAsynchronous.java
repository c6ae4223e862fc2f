package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;

@Scenario("A Socket at one end, an asynchronous channel at the other, in both directions")
@Clean
final class SocketToAsynchronous implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), ((InetSocketAddress) server.getLocalAddress()).getPort());
                AsynchronousSocketChannel accepted = server.accept().get()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.getOutputStream().write(1);
                        Check.equal(2, client.getInputStream().read());
                        payload++;
                    },
                    () -> {
                        Check.equal(1, accepted.read(ByteBuffer.allocate(1)).get());
                        payload++;
                        Check.equal(
                                1,
                                accepted.write(ByteBuffer.wrap(new byte[] {2})).get());
                    });
        }
        Check.equal(3, payload);
    }
}

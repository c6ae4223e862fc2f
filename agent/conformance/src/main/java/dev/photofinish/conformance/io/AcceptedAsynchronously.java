package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.AsynchronousServerSocketChannel;

@Scenario("An asynchronous server accepts what a Socket has asked for")
@Clean
final class AcceptedAsynchronously implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        new Socket(address.getAddress(), address.getPort()).close();
                    },
                    () -> {
                        server.accept().get().close();
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

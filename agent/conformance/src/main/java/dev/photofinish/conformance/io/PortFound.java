package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario("A client that tries until the port listens comes after what was done before")
@Clean
final class PortFound implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        int port = freePort();
        Threads.concurrently(
                () -> {
                    payload = 1;
                    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                        server.accept().close();
                    }
                },
                () -> {
                    find(port);
                    payload++;
                });
        Check.equal(2, payload);
    }

    private static int freePort() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        }
    }

    private static void find(int port) throws Exception {
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (ConnectException refused) {
                Thread.sleep(1);
            }
        }
    }
}

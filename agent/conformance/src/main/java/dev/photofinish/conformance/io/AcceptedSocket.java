package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario("A connection is accepted after it was asked for: no byte is sent")
@Clean
final class AcceptedSocket implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        new Socket(server.getInetAddress(), server.getLocalPort()).close();
                    },
                    () -> {
                        server.accept().close();
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

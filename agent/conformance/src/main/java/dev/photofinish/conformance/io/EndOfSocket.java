package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario("The end of a stream comes after what was done before the other side closed it")
@Clean
final class EndOfSocket implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.shutdownOutput();
                        Check.equal(-1, client.getInputStream().read());
                        payload++;
                    },
                    () -> {
                        try (accepted) {
                            Check.equal(-1, accepted.getInputStream().read());
                            payload++;
                        }
                    });
        }
        Check.equal(3, payload);
    }
}

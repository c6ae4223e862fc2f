package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario("Bytes through a socket order nothing in the other direction")
@Races("payload")
final class WriterLearnsNothing implements Program {
    private final Marker read = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        client.getOutputStream().write(1);
                        read.await();
                        payload = 1;
                    },
                    () -> {
                        Check.equal(1, accepted.getInputStream().read());
                        payload++;
                        read.reach();
                    });
        }
    }
}

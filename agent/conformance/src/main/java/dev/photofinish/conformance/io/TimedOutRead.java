package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

@Scenario("A read that ended by its timeout orders nothing")
@Races("payload")
final class TimedOutRead implements Program {
    private final Marker waited = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            accepted.setSoTimeout(1);
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        waited.await();
                        client.getOutputStream().write(1);
                    },
                    () -> {
                        try {
                            accepted.getInputStream().read();
                            throw new IllegalStateException("expected nothing to read");
                        } catch (SocketTimeoutException expected) {
                            payload++;
                        }
                        waited.reach();
                    });
        }
    }
}

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

@Scenario("Bytes through one connection order nothing for who reads from another")
@Races("payload")
final class OtherConnection implements Program {
    private final Marker ready = new Marker();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept();
                Socket other = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket otherAccepted = server.accept()) {
            other.getOutputStream().write(2);
            other.getOutputStream().write(3);
            Threads.concurrently(
                    () -> {
                        client.getOutputStream().write(1); // the thread's buffer is made here, counted by the JDK
                        ready.await();
                        payload = 1;
                        client.getOutputStream().write(1);
                        written.reach();
                    },
                    () -> {
                        Check.equal(2, otherAccepted.getInputStream().read()); // as above
                        ready.reach();
                        written.await();
                        Check.equal(3, otherAccepted.getInputStream().read());
                        payload++;
                    });
            Check.equal(1, accepted.getInputStream().read());
        }
    }
}

package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario("A connection that is accepted at one port orders nothing for who asked for one at another")
@Races("payload")
final class OtherPort implements Program {
    private final Marker asked = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(other.getInetAddress(), other.getLocalPort())) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        new Socket(server.getInetAddress(), server.getLocalPort()).close();
                        asked.reach();
                    },
                    () -> {
                        asked.await();
                        other.accept().close();
                        payload++;
                    });
            client.shutdownOutput();
            server.accept().close();
        }
    }
}

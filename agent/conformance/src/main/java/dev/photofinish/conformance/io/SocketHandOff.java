package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

@Scenario(value = "Bytes through a socket order the writer before the reader", go = "NoRaceIOHttp")
@Clean
final class SocketHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.getOutputStream().write(1);
                    },
                    () -> {
                        Check.equal(1, accepted.getInputStream().read());
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

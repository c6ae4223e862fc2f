package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

@Scenario("A datagram orders its sender before its receiver")
@Clean
final class DatagramHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramSocket receiver = new DatagramSocket(0, loopback);
                DatagramSocket sender = new DatagramSocket(0, loopback)) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        sender.send(new DatagramPacket(new byte[1], 1, loopback, receiver.getLocalPort()));
                    },
                    () -> {
                        receiver.receive(new DatagramPacket(new byte[1], 1));
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

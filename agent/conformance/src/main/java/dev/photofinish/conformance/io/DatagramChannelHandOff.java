package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

@Scenario("A datagram through connected channels")
@Clean
final class DatagramChannelHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (DatagramChannel receiver = DatagramChannel.open().bind(any);
                DatagramChannel sender = DatagramChannel.open().bind(any)) {
            sender.connect(receiver.getLocalAddress());
            receiver.connect(sender.getLocalAddress());
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        sender.write(ByteBuffer.wrap(new byte[] {1}));
                    },
                    () -> {
                        Check.equal(1, receiver.read(ByteBuffer.allocate(8)));
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

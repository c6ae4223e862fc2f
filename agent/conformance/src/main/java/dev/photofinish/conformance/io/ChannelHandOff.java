package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

@Scenario("Bytes through a SocketChannel order the writer before the reader")
@Clean
final class ChannelHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            Threads.concurrently(
                    () -> {
                        payload = 1;
                        client.write(ByteBuffer.wrap(new byte[] {1}));
                    },
                    () -> {
                        Check.equal(1, accepted.read(ByteBuffer.allocate(8)));
                        payload++;
                    });
        }
        Check.equal(2, payload);
    }
}

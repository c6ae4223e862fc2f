package dev.photofinish.known;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Two threads, neither of them the event loop's, write to a channel: each estimates the size of its message first. */
@SuppressWarnings("FutureReturnValueIgnored") // no peer is connected: the writes fail, after their sizes were estimated
final class NettyTransport implements Driver {
    private static final EventLoopGroup LOOPS =
            new DefaultEventLoopGroup(1, new DefaultThreadFactory("event-loop", true));

    private final Channel channel = new LocalChannel();

    NettyTransport() throws InterruptedException {
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter());
        LOOPS.register(channel).sync();
    }

    @Override
    public void first() {
        channel.write("one");
    }

    @Override
    public void second() {
        channel.write("other");
    }
}

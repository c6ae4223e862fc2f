package dev.photofinish.workload;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Netty: an echo over loopback sockets, with calls from outside the event loops, timers, pooled buffers, reconnects. */
final class NettyWorkload implements Workload {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int CLIENTS = 4;

    private final Map<Long, Promise<Parcel>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong echoed = new AtomicLong();
    private final AtomicLong timeouts = new AtomicLong();

    @Override
    public String run(Duration time) throws Exception {
        EventLoopGroup acceptors = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        EventLoopGroup workers = new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
        EventExecutorGroup handlers = new DefaultEventExecutorGroup(2);
        HashedWheelTimer timer = new HashedWheelTimer(5, TimeUnit.MILLISECONDS);
        ChannelGroup accepted = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        try (Crew crew = new Crew(time)) {
            Channel server = new ServerBootstrap()
                    .group(acceptors, workers)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new EchoPipeline(accepted, handlers))
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .sync()
                    .channel();
            InetSocketAddress address = (InetSocketAddress) server.localAddress();
            Bootstrap clients = new Bootstrap()
                    .group(workers)
                    .channel(NioSocketChannel.class)
                    .handler(new ClientPipeline());
            for (int i = 0; i < CLIENTS; i++) {
                Connection connection = new Connection(clients, address);
                crew.add(PAUSE, round -> {
                    if (round % 100 == 99) {
                        connection.reconnect();
                    }
                    echo(connection.channel, timer);
                });
            }
            crew.add(Duration.ofMillis(10), round -> {
                accepted.forEach(channel -> Check.that(channel.isRegistered() || !channel.isOpen(), "a registration"));
                Parcel parcel = new Parcel(round);
                Check.equal(
                        round, workers.next().submit(parcel::open).get(10, TimeUnit.SECONDS), "the submitted number");
                Check.equal(
                        round,
                        workers.schedule(parcel::open, 1, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS),
                        "the scheduled number");
            });
            long rounds = crew.await();
            accepted.close().sync();
            server.close().sync();
            Check.equal(0, waiting.size(), "unanswered messages");
            return rounds + " rounds, " + echoed + " echoed, " + timeouts + " timers fired";
        } finally {
            timer.stop();
            for (EventExecutorGroup group : new EventExecutorGroup[] {acceptors, workers, handlers}) {
                Check.that(
                        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(30, TimeUnit.SECONDS), "a group to end");
            }
        }
    }

    private void echo(Channel channel, HashedWheelTimer timer) throws Exception {
        long number = numbers.incrementAndGet();
        Promise<Parcel> answer = channel.eventLoop().newPromise();
        waiting.put(number, answer);
        ByteBuf message = channel.alloc().buffer(8 + (int) (number % 512));
        message.writeLong(number).writeZero((int) (number % 512));
        Timeout never =
                timer.newTimeout(late -> answer.tryFailure(new IllegalStateException("late")), 20, TimeUnit.SECONDS);
        timer.newTimeout(soon -> timeouts.incrementAndGet(), 5, TimeUnit.MILLISECONDS);
        channel.writeAndFlush(message).addListener(written -> {
            if (!written.isSuccess()) {
                answer.tryFailure(written.cause());
            }
        });
        Check.equal(number, answer.get(20, TimeUnit.SECONDS).open(), "the echo of number");
        never.cancel();
        echoed.incrementAndGet();
    }

    private static final class Connection {
        private final Bootstrap clients;
        private final InetSocketAddress address;
        Channel channel;

        Connection(Bootstrap clients, InetSocketAddress address) throws InterruptedException {
            this.clients = clients;
            this.address = address;
            this.channel = clients.connect(address).sync().channel();
        }

        void reconnect() throws InterruptedException {
            channel.close().sync();
            channel = clients.connect(address).sync().channel();
        }
    }

    private static final class EchoPipeline extends ChannelInitializer<SocketChannel> {
        private final ChannelGroup accepted;
        private final EventExecutorGroup handlers;

        EchoPipeline(ChannelGroup accepted, EventExecutorGroup handlers) {
            this.accepted = accepted;
            this.handlers = handlers;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            accepted.add(channel);
            channel.pipeline()
                    .addLast(new IdleStateHandler(1, 1, 1), new LengthFieldBasedFrameDecoder(4096, 0, 4, 0, 4))
                    .addLast(new LengthFieldPrepender(4))
                    .addLast(new Echo(handlers));
        }
    }

    /** Answers from an executor of its own, beside the channel's event loop. */
    private static final class Echo extends SimpleChannelInboundHandler<ByteBuf> {
        private final EventExecutorGroup handlers;

        Echo(EventExecutorGroup handlers) {
            this.handlers = handlers;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            ByteBuf kept = message.retain();
            handlers.next().execute(() -> {
                ChannelFuture written = context.writeAndFlush(
                        context.alloc().buffer(kept.readableBytes()).writeBytes(kept));
                kept.release();
                written.addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            });
        }
    }

    private final class ClientPipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new LengthFieldBasedFrameDecoder(4096, 0, 4, 0, 4), new LengthFieldPrepender(4))
                    .addLast(new Answers());
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
            long number = message.readLong();
            Promise<Parcel> answer = waiting.remove(number);
            Check.that(answer != null && message.readableBytes() == number % 512, "an answer to a question");
            answer.setSuccess(new Parcel(number));
        }
    }
}

package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.List;

/**
 * Decision 1 of the rule book, for connections inside the JVM: bytes order the writer before the reader, as do the request for a
 * connection before it is accepted, the port that listens before it is found, and the end of what one side writes.
 */
final class ConnectionRules {
    private static final String CHANNELS = "sun/nio/ch/";
    private static final Key LOCAL = address("localAddress", "SocketAddress");
    private static final Key REMOTE = address("remoteAddress", "SocketAddress");
    private static final Key LOCAL_INTERNET = address("localAddress", "InetSocketAddress");
    private static final Key REMOTE_INTERNET = address("remoteAddress", "InetSocketAddress");

    private ConnectionRules() {}

    static void add(Rows rows) {
        sockets(rows);
        channels(rows);
        datagrams(rows);
        asynchronous(rows);
        pipes(rows);
        selection(rows);
    }

    private static Key address(String field, String type) {
        return new Key.Field(field, "Ljava/net/" + type + ";", "Ljava/lang/Object;");
    }

    private static void sockets(Rows rows) {
        String socket = CHANNELS + "NioSocketImpl";
        Key ports = new Key.Pair(new Key.Field("localport", "I"), new Key.Field("port", "I"));
        rows.row(socket, "listen\\(.*", ENTRY, LISTENING, ports, Space.IO);
        rows.row(socket, "beginConnect\\(.*", RETURN, CONNECTING, ports, Space.IO);
        rows.row(socket, "connect\\(Ljava/net/SocketAddress;.*", RETURN, CONNECTED, ports, Space.IO);
        rows.row(socket, "accept\\(.*", RETURN, ACCEPTED, ports, Space.IO);
        rows.row(socket, "(write|shutdownOutput|close)\\(.*", ENTRY, SENT, ports, Space.IO);
        rows.row(socket, "read\\(.*", RETURN, RECEIVED, ports, Space.IO);
    }

    private static void channels(Rows rows) {
        String server = CHANNELS + "ServerSocketChannelImpl";
        rows.row(server, "netBind\\(.*", ENTRY, LISTENING, new Key.Pair(Rows.ARG0, Rows.GLOBAL), Space.IO);
        rows.row(server, "finishAccept\\(.*", ENTRY, ACCEPTED, new Key.Pair(LOCAL, Rows.GLOBAL), Space.IO);
        String stream = CHANNELS + "SocketChannelImpl";
        Key peers = new Key.Pair(LOCAL, REMOTE);
        rows.row(stream, "beginConnect\\(.*", RETURN, CONNECTING, peers, Space.IO);
        rows.row(stream, "end(Finish)?Connect\\(.*", RETURN, CONNECTED, peers, Space.IO);
        String written = "(write|blockingWriteFully|shutdownOutput|implCloseSelectableChannel)\\(.*";
        rows.row(stream, written, ENTRY, SENT, peers, Space.IO);
        rows.row(stream, "(read|blockingRead)\\(.*", RETURN, RECEIVED, peers, Space.IO);
    }

    /** A datagram socket that is not connected hears many: the clock is the receiver's address. */
    private static void datagrams(Rows rows) {
        String datagram = CHANNELS + "DatagramChannelImpl";
        String to = "send\\(Ljava/nio/ByteBuffer;Ljava/net/SocketAddress;.*";
        rows.row(datagram, to, ENTRY, SENT_TO, new Key.Pair(Rows.GLOBAL, Rows.ARG1), Space.IO);
        Key remote = new Key.Pair(Rows.GLOBAL, REMOTE_INTERNET);
        Key local = new Key.Pair(Rows.GLOBAL, LOCAL_INTERNET);
        rows.row(datagram, "write\\(.*", ENTRY, SENT_TO, remote, Space.IO);
        rows.row(datagram, "(receive|read|blockingReceive)\\(.*", RETURN, RECEIVED_AT, local, Space.IO);
    }

    /**
     * One clock for all asynchronous channels, from whoever begins an operation to whoever is told of an end. At the other end there may
     * be a socket of another kind.
     */
    private static void asynchronous(Rows rows) {
        String server = CHANNELS + "AsynchronousServerSocketChannelImpl";
        String stream = CHANNELS + "AsynchronousSocketChannelImpl";
        for (String channel : List.of(stream, server)) {
            rows.row(channel, "(read|write|accept|connect)\\(.*", ENTRY, RELEASE, Rows.GLOBAL, Space.IO);
        }
        String file = CHANNELS + "SimpleAsynchronousFileChannelImpl";
        rows.row(file, "impl(Read|Write)\\(.*", ENTRY, RELEASE, Rows.GLOBAL, Space.IO);
        rows.row(CHANNELS + "Invoker", "invoke\\w*\\(.*", ENTRY, ACQUIRE, Rows.GLOBAL, Space.IO);
        String future = CHANNELS + "PendingFuture";
        rows.row(future, "set(Result|Failure)\\(.*", ENTRY, ACQUIRE, Rows.GLOBAL, Space.IO);
        rows.row(future, "set(Result|Failure)\\(.*", ENTRY, RELEASE, Rows.THIS, Space.DONE);
        rows.row(future, "get\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.DONE);
        rows.row(future, "get\\(.*", RETURN, ACQUIRE, Rows.GLOBAL, Space.IO);
        Key peers = new Key.Pair(LOCAL_INTERNET, REMOTE_INTERNET);
        rows.row(server, "bind\\(.*", ENTRY, LISTENING, new Key.Pair(Rows.ARG0, Rows.GLOBAL), Space.IO);
        rows.row(stream, "connect\\(.*", ENTRY, CONNECTING, new Key.Pair(Rows.GLOBAL, Rows.ARG0), Space.IO);
        rows.row(stream, "(write|shutdownOutput|close)\\(.*", ENTRY, SENT, peers, Space.IO);
        Key accepting = new Key.Pair(LOCAL_INTERNET, Rows.GLOBAL);
        String acceptor = CHANNELS + "UnixAsynchronousServerSocketChannelImpl";
        rows.row(acceptor, "finishAccept\\(.*", ENTRY, ACCEPTED, accepting, Space.IO);
        String connection = CHANNELS + "UnixAsynchronousSocketChannelImpl";
        rows.row(connection, "setConnected\\(.*", RETURN, CONNECTED, peers, Space.IO);
        String told = "invoke(Direct|Indirectly|Unchecked)?|setResult|withResult";
        rows.inside(connection, "(impl|finish)Read\\(.*", BEFORE_CALL, told, HEARD, peers, Space.IO);
    }

    private static void pipes(Rows rows) {
        for (String pipe : List.of("java/io/PipedInputStream", "java/io/PipedReader")) {
            rows.row(pipe, "receive(dLast)?\\(.*", ENTRY, RELEASE, Rows.THIS, Space.IO);
            rows.row(pipe, "read\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.IO);
        }
        // The two ends of a java.nio pipe do not know each other: one clock for all of them.
        String written = "(write|implCloseSelectableChannel)\\(.*";
        rows.row(CHANNELS + "SinkChannelImpl", written, ENTRY, RELEASE, Rows.GLOBAL, Space.IO);
        rows.row(CHANNELS + "SourceChannelImpl", "read\\(.*", RETURN, ACQUIRE_IF_READ, Rows.GLOBAL, Space.IO);
    }

    private static void selection(Rows rows) {
        String key = "java/nio/channels/SelectionKey";
        rows.row(key, "attach\\(.*", ENTRY, RELEASE, Rows.THIS, Space.STATE);
        rows.row(key, "attachment\\(.*", RETURN, ACQUIRE, Rows.THIS, Space.STATE);
        // "They will be seen by the next selection operation": what was set up before, too.
        String interest = "interestOps(|Or|And)\\(I.*";
        rows.row(CHANNELS + "SelectionKeyImpl", interest, ENTRY, RELEASE, Rows.THIS, Space.STATE);
        rows.row(CHANNELS + "SelectorImpl", "processReadyEvents\\(.*", ENTRY, ACQUIRE, Rows.ARG1, Space.STATE);
    }
}

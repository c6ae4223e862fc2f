package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import java.io.File;
import java.io.FileDescriptor;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Called around reads and writes of files and sockets: bytes that travel inside the JVM order the writer before the reader, and so
 * do a connection that is asked for and accepted, and one that ends.
 *
 * <p>A file is known by the last name of its path, so that it may be named in several ways, and by its descriptor; one
 * direction of a connection by its two ports. What is a hash may collide: that adds an edge, it never loses one.
 */
public final class IoProbe {
    private static final Object FILES = new Object();
    private static final Object SOCKETS = new Object();
    private static final Object DATAGRAMS = new Object();
    private static final Object TRANSFERS = new Object();

    /** No port: whoever connects, or is connected to. */
    private static final int ANY = 0;

    private IoProbe() {}

    /** Before a write to a file. */
    public static void wroteFile(@Nullable String path, @Nullable FileDescriptor file, int site) {
        if (Gate.sync) {
            if (path != null) {
                Recorder.record(Recorder.RELEASE, FILES, lastName(path), site);
            }
            if (file != null) {
                Recorder.record(Recorder.RELEASE, file, Space.IO, site);
            }
        }
    }

    /** After a read of a file that answered how much it read. */
    public static void readFile(int count, @Nullable String path, @Nullable FileDescriptor file, int site) {
        if (Gate.sync && count >= 0) {
            readWholeFile(path, file, site);
        }
    }

    /** After a read of a file to its end, or before one that does not tell how much it read. */
    public static void readWholeFile(@Nullable String path, @Nullable FileDescriptor file, int site) {
        if (Gate.sync) {
            if (path != null) {
                Recorder.record(Recorder.ACQUIRE, FILES, lastName(path), site);
            }
            if (file != null) {
                Recorder.record(Recorder.ACQUIRE, file, Space.IO, site);
            }
            Recorder.record(Recorder.ACQUIRE, TRANSFERS, Space.IO, site);
        }
    }

    /** Before a file gets another name, or is copied to it. */
    public static void renamed(@Nullable Object from, @Nullable Object to, int site) {
        if (Gate.sync && from != null && to != null) {
            String source = name(from);
            String target = name(to);
            if (source != null && target != null) {
                Recorder.record(Recorder.ACQUIRE, FILES, lastName(source), site);
                Recorder.record(Recorder.ACQUIRE, TRANSFERS, Space.IO, site);
                Recorder.record(Recorder.RELEASE, FILES, lastName(target), site);
            }
        }
    }

    /** Before the kernel copies from or to a file: to files all transfers are one, a connection is known. */
    public static void transferring(@Nullable Object other, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, TRANSFERS, space, site);
            Recorder.record(Recorder.RELEASE, TRANSFERS, space, site);
            if (other instanceof SocketChannel) {
                Recorder.record(Recorder.RELEASE, SOCKETS, space, site);
            }
        }
    }

    /** Before a port can be connected to. */
    public static void listening(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, SOCKETS, direction(localPort, ANY), site);
        }
    }

    /** As {@link #listening(int, int, int)}, by addresses. */
    public static void listening(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            listening(port(local), port(remote), site);
        }
    }

    /** Before a connection to the remote port is asked for. */
    public static void connecting(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, SOCKETS, direction(ANY, remotePort), site);
        }
    }

    /** As {@link #connecting(int, int, int)}, by addresses. */
    public static void connecting(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            connecting(port(local), port(remote), site);
        }
    }

    /** After the remote port was found. */
    public static void connected(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, SOCKETS, direction(remotePort, ANY), site);
        }
    }

    /** As {@link #connected(int, int, int)}, by addresses. */
    public static void connected(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            connected(port(local), port(remote), site);
        }
    }

    /** After a connection to the local port was accepted. */
    public static void accepted(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, SOCKETS, direction(ANY, localPort), site);
        }
    }

    /** As {@link #accepted(int, int, int)}, by addresses. */
    public static void accepted(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            accepted(port(local), port(remote), site);
        }
    }

    /** Before a write to the connection between two ports, or the end of all writes. */
    public static void sent(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, SOCKETS, direction(localPort, remotePort), site);
        }
    }

    /** As {@link #sent(int, int, int)}, by addresses. */
    public static void sent(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            sent(port(local), port(remote), site);
        }
    }

    /** After a read from the connection between two ports that found something, be it the end. */
    public static void heard(int localPort, int remotePort, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, SOCKETS, direction(remotePort, localPort), site);
            Recorder.record(Recorder.ACQUIRE, SOCKETS, Space.IO, site);
        }
    }

    /** As {@link #heard(int, int, int)}, by addresses. */
    public static void heard(@Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync) {
            heard(port(local), port(remote), site);
        }
    }

    /** After a read from the connection between two ports that answered how much it read: nothing yet is 0, the end -1. */
    public static void received(int count, int localPort, int remotePort, int site) {
        if (Gate.sync && count != 0) {
            heard(localPort, remotePort, site);
        }
    }

    /** As {@link #received(int, int, int, int)}, by addresses. */
    public static void received(int count, @Nullable Object local, @Nullable Object remote, int site) {
        if (Gate.sync && count != 0) {
            heard(port(local), port(remote), site);
        }
    }

    /** Before a datagram is sent. */
    public static void sentTo(@Nullable Object unused, @Nullable Object target, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, DATAGRAMS, port(target), site);
        }
    }

    /** After a datagram may have been received at the address. */
    public static void receivedAt(@Nullable Object unused, @Nullable Object local, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, DATAGRAMS, port(local), site);
        }
    }

    /** Ports are of 16 bits: the space is as good as the connection itself. Sockets of the file system share one. */
    private static int direction(int from, int to) {
        return from << 16 | (to & 0xFFFF);
    }

    private static int port(@Nullable Object address) {
        return address instanceof InetSocketAddress internet ? internet.getPort() : 0;
    }

    private static @Nullable String name(Object file) {
        if (file instanceof File ordinary) {
            return ordinary.getPath();
        }
        // A file system of the application's own is its own code.
        return file instanceof Path && file.getClass().getClassLoader() == null ? file.toString() : null;
    }

    private static int lastName(String path) {
        int hash = 0;
        for (int i = path.length() - 1; i >= 0; i--) {
            char c = path.charAt(i);
            if (c == '/' || c == '\\') {
                if (i < path.length() - 1) {
                    break;
                }
            } else {
                hash = hash * 31 + c;
            }
        }
        return hash;
    }
}

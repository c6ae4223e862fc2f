package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import dev.photofinish.outside.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;

@Scenario(
        "An object is exported while a port for remote calls listens already, and called by who has its stub from elsewhere")
@Clean
final class ExportedObject implements Program {
    private final Marker called = new Marker();
    private final Parcel stub = new Parcel();
    private final Own first = new Own();
    private final Own second = new Own();

    @Override
    public void run() throws Exception {
        Counter listening = (Counter) UnicastRemoteObject.exportObject(first, 0);
        // By its stub, as the other one: what the JDK keeps of classes it meets for the first time orders too.
        Check.equal(1, object(bytes(listening)).next());
        Threads.concurrently(
                () -> {
                    second.count = 1;
                    stub.send(bytes(UnicastRemoteObject.exportObject(second, 0)));
                    called.await(); // the end of a thread is seen by who looks for threads that have ended
                },
                () -> {
                    Check.equal(2, object(stub.receive()).next());
                    called.reach();
                });
        UnicastRemoteObject.unexportObject(first, true);
        UnicastRemoteObject.unexportObject(second, true);
    }

    private static byte[] bytes(Remote remote) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(remote);
        }
        return bytes.toByteArray();
    }

    private static Counter object(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Counter) in.readObject();
        }
    }

    /** Called by remote method invocation. */
    public interface Counter extends Remote {
        int next() throws RemoteException;
    }

    private static final class Own implements Counter {
        int count;

        @Override
        public int next() {
            return ++count;
        }
    }
}

package dev.photofinish.agent;

import dev.photofinish.event.AllEvents;
import dev.photofinish.probe.ArrayProbe;
import dev.photofinish.probe.ClassInitProbe;
import dev.photofinish.probe.ElementProbe;
import dev.photofinish.probe.FieldProbe;
import dev.photofinish.probe.FreezeProbe;
import dev.photofinish.probe.HandleProbe;
import dev.photofinish.probe.IoProbe;
import dev.photofinish.probe.MemberProbe;
import dev.photofinish.probe.MonitorProbe;
import dev.photofinish.probe.ObjectProbe;
import dev.photofinish.probe.SharedLockProbe;
import dev.photofinish.probe.StampProbe;
import dev.photofinish.probe.SyncProbe;
import dev.photofinish.probe.VolatileProbe;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.Space;
import dev.photofinish.window.Window;
import java.io.File;
import java.io.FileDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import jdk.jfr.FlightRecorder;

/**
 * Runs every probe once before anything is woven: loads each class that probes need and links each variable handle, so that
 * no application thread does it in the middle of a lock of the JDK.
 */
final class Rehearsal {
    private static final int PAIRS = 3;
    private static final ShadowLimits LIMITS = new ShadowLimits(8, 1_000, 1_000, true, 1, 512, 1);

    private Rehearsal() {}

    static void run() throws InterruptedException {
        AllEvents.types().forEach(FlightRecorder::register);
        Sites.define(0, 0);
        trigger();
        Window window = Window.open(0, 0, true, LIMITS);
        Object object = new Object();
        for (int i = 0; i < PAIRS; i++) {
            Thread other = inAThread(() -> play(object));
            play(object);
            SyncProbe.joined(other, Space.START, 0);
        }
        window.shadow().sweep();
        window.close();
        window.emitEnd("rehearsal");
    }

    /** Outside the agent's group, whose threads are never observed; answers the thread once it has ended. */
    private static Thread inAThread(Runnable work) throws InterruptedException {
        Thread other = new Thread(work, "photofinish-rehearsal");
        other.setDaemon(true);
        other.start();
        other.join();
        return other;
    }

    private static void trigger() throws InterruptedException {
        Window window = Window.prepare(0, 0, LIMITS, new long[] {1});
        Object object = new Object();
        inAThread(() -> {
            FieldProbe.readCold(object, 0);
            FieldProbe.writeCold(object, 0);
            FieldProbe.readStaticCold(0);
            FieldProbe.writeStaticCold(0);
        });
        if (!window.withdraw()) {
            window.close();
        }
    }

    private static void members(Object object) {
        MemberProbe.learned(object, Rehearsal.class, "PAIRS", true, 0);
        MemberProbe.before(object, null, 0, 1);
        MemberProbe.before(object, null, 0, 4);
        MemberProbe.after(object, null, 0, 4);
        MemberProbe.invoked(object, null, 0);
        MemberProbe.element(new int[1], 0, 0, 0);
        Field field = Rehearsal.class.getDeclaredFields()[0];
        MemberProbe.learned(field, field, 0);
        MemberProbe.before(field, null, 0, 0);
    }

    /** Each thread leaves what the one before it has asked for, which is told when that thread plays again. */
    private static void share(Object object) {
        SharedLockProbe.enteredIfTrue(true, object, Space.STATE, 0);
        SharedLockProbe.leaving(object, Space.STATE, 0);
        SharedLockProbe.ask(object, Space.READ_LOCK, 0);
        SharedLockProbe.entered(object, Space.READ_LOCK, 0);
        SharedLockProbe.ask(object, Space.WRITE_LOCK, 0);
        SharedLockProbe.enteredIfNonZero(0, object, Space.WRITE_LOCK, 0);
        SharedLockProbe.askToRead(new StampedLock(), Space.STATE, 0);
        SharedLockProbe.askToWrite(new StampedLock(), Space.STATE, 0);
        SharedLockProbe.turnedAway(new InterruptedException(), object, Space.STATE, 0);
        SharedLockProbe.askForPermits(1, new Semaphore(1), Space.STATE, 0);
        SharedLockProbe.askForPermits(1, object, Space.STATE, 0);
    }

    private static void play(Object object) {
        FieldProbe.write(object, 0);
        FieldProbe.read(object, 0);
        FieldProbe.writeStatic(0);
        FieldProbe.readStatic(0);
        Map<String, String> map = new HashMap<>();
        ObjectProbe.write(map, 0);
        ObjectProbe.viewed(map.keySet(), map);
        ObjectProbe.read(map.keySet(), 0);
        ObjectProbe.read(Collections.synchronizedMap(map), 0);
        ObjectProbe.readInside(map, 0);
        ObjectProbe.writeInside(map, 0);
        members(object);
        int[] array = {0, 0};
        ArrayProbe.write(array, 0, 0);
        ArrayProbe.read(array, 1, 0);
        ArrayProbe.readSpan(array, 0, 2, 0);
        ArrayProbe.writeSpan(array, 0, 2, 0);
        ArrayProbe.readRange(array, 0, 2, 0);
        ArrayProbe.writeRange(array, 0, 2, 0);
        SyncProbe.callSite(0);
        SyncProbe.silence(null, Space.STATE, 0);
        SyncProbe.speak(null, Space.STATE, 0);
        SyncProbe.locked(object, Space.LOCK, 0);
        MonitorProbe.beforeEnter(object);
        synchronized (object) {
            MonitorProbe.afterEnter(object, 0);
            FieldProbe.write(object, 0);
            MonitorProbe.beforeExit(object, 0);
        }
        SyncProbe.unlocking(object, object, Space.LOCK, 0);
        VolatileProbe.beforeWrite(object, 0);
        VolatileProbe.afterRead(object, 0);
        VolatileProbe.afterUpdateRead(object, 0);
        HandleProbe.before(null, object, 0);
        HandleProbe.after(null, object, 0);
        HandleProbe.before(MethodHandles.arrayElementVarHandle(int[].class), array, 0);
        ClassInitProbe.initialized(Rehearsal.class, 0);
        ClassInitProbe.checked(Rehearsal.class, 0);
        ClassInitProbe.checked(Rehearsal.class, 0L);
        ElementProbe.releaseElement(object, object, 0);
        ElementProbe.acquireElement(object, object, 0);
        ElementProbe.retractElementIfFalse(false, object, object, 0);
        SyncProbe.inner(new Object(), Space.STATE, 0);
        StampProbe.optimistic(1, object, Space.WRITE_LOCK, 0);
        FieldProbe.read(object, 0);
        StampProbe.validated(true, object, Space.WRITE_LOCK, 0);
        FieldProbe.read(object, 0);
        StampProbe.earnest(object, Space.WRITE_LOCK, 0);
        StampProbe.restart();
        SyncProbe.innerNext(new ReentrantLock(), Space.LOCK, 0);
        SyncProbe.ask(new Object(), Space.LOCK, 0);
        share(object);
        SyncProbe.release(object, Space.TASK, 0);
        SyncProbe.acquire(object, Space.TASK, 0);
        ClassInitProbe.checkedInherited(Rehearsal.class, 0);
        IoProbe.wroteFile("rehearsal", FileDescriptor.out, 0);
        IoProbe.readFile(1, "rehearsal", FileDescriptor.out, 0);
        IoProbe.renamed(new File("rehearsal"), Path.of("rehearsed"), 0);
        IoProbe.transferring(null, Space.IO, 0);
        IoProbe.listening(1, 0, 0);
        IoProbe.connecting(2, 1, 0);
        IoProbe.connected(2, 1, 0);
        IoProbe.accepted(1, 0, 0);
        IoProbe.sent(1, 2, 0);
        IoProbe.received(1, 2, 1, 0);
        IoProbe.sentTo(null, InetSocketAddress.createUnresolved("localhost", 1), 0);
        IoProbe.receivedAt(null, InetSocketAddress.createUnresolved("localhost", 1), 0);
        SyncProbe.acquireIfRead(1, object, Space.IO, 0);
        HandleProbe.reflectedBefore(object, object, 0);
        HandleProbe.reflectedAfter(object, object, 0);
        ClassInitProbe.found(Rehearsal.class, Space.CLASS_INIT, 0);
        FreezeProbe.constructed(object, 0);
        FreezeProbe.froze(0);
        FreezeProbe.read(object, 0);
        FreezeProbe.captured(object, 0, 0);
        FreezeProbe.entered(object, 0, 0);
        FreezeProbe.made(object, Space.CAPTURED, 0);
        FreezeProbe.used(object, Space.CAPTURED, 0);
        FreezeProbe.finalizable(object, 0);
        FreezeProbe.finalizing(object, 0);
    }
}

package dev.photofinish.agent;

import dev.photofinish.event.AllEvents;
import dev.photofinish.probe.ArrayProbe;
import dev.photofinish.probe.ClassInitProbe;
import dev.photofinish.probe.FieldProbe;
import dev.photofinish.probe.HandleProbe;
import dev.photofinish.probe.MonitorProbe;
import dev.photofinish.probe.MemberProbe;
import dev.photofinish.probe.ObjectProbe;
import dev.photofinish.probe.SyncProbe;
import dev.photofinish.probe.VolatileProbe;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.Space;
import dev.photofinish.window.Window;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.FlightRecorder;

/**
 * Runs every probe once before anything is woven: loads each class that probes need and links each variable handle, so that
 * no application thread does it in the middle of a lock of the JDK.
 */
final class Rehearsal {
    private static final int PAIRS = 3;

    private Rehearsal() {}

    static void run() throws InterruptedException {
        AllEvents.types().forEach(FlightRecorder::register);
        Sites.define(0, 0);
        Window window = Window.open(0, 0, true, new ShadowLimits(8, 1_000, 1_000, true, 1, 512));
        Object object = new Object();
        // Two threads outside the agent's group: the agent's own are never observed.
        for (int i = 0; i < PAIRS; i++) {
            Thread other = new Thread(() -> play(object), "photofinish-rehearsal");
            other.setDaemon(true);
            other.start();
            other.join();
            play(object);
            SyncProbe.joined(other, Space.START, 0);
        }
        window.shadow().sweep();
        window.close();
        window.emitEnd("rehearsal");
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
        SyncProbe.locked(object, Space.LOCK, 0);
        MonitorProbe.beforeEnter(object);
        synchronized (object) {
            MonitorProbe.afterEnter(object, 0);
            FieldProbe.write(object, 0);
            MonitorProbe.beforeWait(object, 0);
            MonitorProbe.beforeExit(object, 0);
        }
        SyncProbe.unlocking(object, object, Space.LOCK, 0);
        VolatileProbe.beforeWrite(object, 0);
        VolatileProbe.afterRead(object, 0);
        HandleProbe.before(null, object, 0);
        HandleProbe.after(null, object, 0);
        ClassInitProbe.initialized(Rehearsal.class, 0);
        ClassInitProbe.checked(Rehearsal.class, 0);
        SyncProbe.releaseElement(object, object, 0);
        SyncProbe.acquireElement(object, object, 0);
    }
}

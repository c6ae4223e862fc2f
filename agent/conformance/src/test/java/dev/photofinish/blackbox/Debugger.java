package dev.photofinish.blackbox;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stops single threads of a JVM wherever they are, as a scheduler without mercy would. */
final class Debugger implements AutoCloseable {
    /** Asks a JVM to be debugged; it prints the port. */
    static final String OPTION = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    private static final Pattern PORT = Pattern.compile("dt_socket at address: (\\d+)");

    private final VirtualMachine machine;

    private Debugger(VirtualMachine machine) {
        this.machine = machine;
    }

    static Debugger attach(StormRun run) throws Exception {
        Matcher port = PORT.matcher(run.out());
        if (!port.find()) {
            throw new IllegalStateException("expected a port, found " + run.out());
        }
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port.group(1));
        return new Debugger(connector.attach(arguments));
    }

    /** Stops the first thread that comes to a method, for that long; the others go on. */
    void hold(String className, String method, Duration length) throws InterruptedException {
        ReferenceType type = machine.classesByName(className).get(0);
        BreakpointRequest request = machine.eventRequestManager()
                .createBreakpointRequest(type.methodsByName(method).get(0).location());
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.addCountFilter(1);
        request.enable();
        EventSet events = machine.eventQueue().remove();
        while (!isBreakpoint(events)) {
            events.resume();
            events = machine.eventQueue().remove();
        }
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
        request.disable();
        events.resume();
    }

    private static boolean isBreakpoint(EventSet events) {
        for (Event event : events) {
            if (event instanceof BreakpointEvent) {
                return true;
            }
        }
        return false;
    }

    /** Stops one thread of the application after the other, wherever it is, for a few milliseconds. */
    void stopAtRandom(Duration length, Random random) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                List<ThreadReference> threads = machine.allThreads();
                ThreadReference thread = threads.get(random.nextInt(threads.size()));
                if (isApplication(thread)) {
                    thread.suspend();
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                    thread.resume();
                }
            }
        } catch (VMDisconnectedException ended) {
            // The program is at its end.
        }
    }

    private static boolean isApplication(ThreadReference thread) {
        try {
            return thread.name().matches("(lane|control|Thread|pool|ForkJoin).*");
        } catch (ObjectCollectedException ended) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException ended) {
            // The program is at its end.
        }
    }
}

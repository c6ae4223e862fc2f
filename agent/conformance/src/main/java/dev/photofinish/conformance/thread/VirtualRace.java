package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import java.lang.reflect.Method;

@Scenario(value = "Two virtual threads on one carrier or two: the race is that of the virtual threads", since = 21)
@Races("payload")
final class VirtualRace implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Runnable write = () -> payload++;
        Thread one = (Thread) start.invoke(null, write);
        Thread other = (Thread) start.invoke(null, write);
        one.join();
        other.join();
    }
}

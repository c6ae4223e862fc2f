package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "The tasks of two Timers write the same field",
        go = {"RaceAfterFunc3", "RaceSynctestTimers"})
@Races("payload")
final class TwoTimers implements Program {
    private final CountDownLatch ran = new CountDownLatch(2);
    int payload;

    @Override
    public void run() throws Exception {
        Timer one = new Timer();
        Timer other = new Timer();
        one.schedule(task(), 1);
        other.schedule(task(), 1);
        ran.await();
        one.cancel();
        other.cancel();
    }

    private TimerTask task() {
        return new TimerTask() {
            @Override
            public void run() {
                payload++;
                ran.countDown();
            }
        };
    }
}

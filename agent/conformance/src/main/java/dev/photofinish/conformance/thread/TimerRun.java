package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "A Timer's task sees what was written before it was scheduled, and its runs follow each other",
        go = {"NoRaceAfterFunc", "NoRaceTimer", "NoRaceTicker"})
@Clean
final class TimerRun implements Program {
    private final CountDownLatch ran = new CountDownLatch(3);
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        Timer timer = new Timer();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        if (ran.getCount() == 0) {
                            cancel();
                        } else {
                            payload++;
                            ran.countDown();
                        }
                    }
                },
                1,
                1);
        ran.await();
        timer.cancel();
        Check.equal(4, payload);
    }
}

package dev.photofinish.demo.script;

import java.util.concurrent.CountDownLatch;

/** Takes the place of the sample service: says that it is ready and waits for its end. */
final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(
                "ready http://127.0.0.1:1 pid " + ProcessHandle.current().pid());
        new CountDownLatch(1).await();
    }
}

package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Observable;

@Scenario("An Observable that has changed is noticed by another thread")
@Clean
@SuppressWarnings("deprecation")
final class ChangedObservable implements Program {
    private final Subject subject = new Subject();

    @Override
    public void run() throws Exception {
        Threads.concurrently(subject::change, () -> {
            while (!subject.hasChanged()) {
                Thread.sleep(1);
            }
            subject.value++;
        });
        Check.equal(2, subject.value);
    }

    private static final class Subject extends Observable {
        int value;

        void change() {
            value = 1;
            setChanged();
        }
    }
}

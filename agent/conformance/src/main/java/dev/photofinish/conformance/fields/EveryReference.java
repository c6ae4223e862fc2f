package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import org.jspecify.annotations.Nullable;

@Scenario(
        value = "A race on a reference field of each kind",
        go = {
            "RaceStringRW",
            "RaceEfaceWW",
            "RaceIfaceWW",
            "RaceFuncVariableRW",
            "RaceFuncVariableWW",
            "RaceError",
            "RaceIssue12664"
        })
@Races({"text", "any", "task", "numbers", "failure", "type"})
final class EveryReference implements Program {
    @Nullable
    String text;

    @Nullable
    Object any;

    @Nullable
    Runnable task;

    int @Nullable [] numbers;

    @Nullable
    Exception failure;

    @Nullable
    Class<?> type;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
    }

    private void write() {
        text = "text";
        any = this;
        task = Thread::onSpinWait;
        numbers = new int[1];
        failure = new IllegalStateException("on purpose");
        type = String.class;
    }
}

package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.reflect.Field;

@Scenario(
        value = "The field is written by reflection",
        go = {"RaceReflectRW", "RaceReflectWW"},
        needs = "accesses by reflection and method handle: issue 3")
@Races("value")
final class ReflectiveAccess implements Program {
    int value;

    @Override
    public void run() throws Exception {
        Field field = ReflectiveAccess.class.getDeclaredField("value");
        Threads.concurrently(() -> field.setInt(this, 1), () -> value = 2);
    }
}

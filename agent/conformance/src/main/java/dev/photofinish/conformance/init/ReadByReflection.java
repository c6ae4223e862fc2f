package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.reflect.Field;
import java.util.Objects;

@Scenario("The static field is read by reflection")
@Clean
final class ReadByReflection implements Program {
    private final Marker first = new Marker();

    @Override
    public void run() throws Exception {
        Field field = Settings.class.getDeclaredField("LIMITS");
        Threads.concurrently(
                () -> {
                    Check.equal(7, Settings.LIMITS.low);
                    first.reach();
                },
                () -> {
                    first.await();
                    Object limits = Objects.requireNonNull(field.get(null));
                    Check.equal(7, ((Limits) limits).low);
                });
    }

    static final class Limits {
        int low;
    }

    static final class Settings {
        static final Limits LIMITS = new Limits();

        static {
            LIMITS.low = 7;
        }

        private Settings() {}
    }
}

package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A parallel capable class loader has a lock for each name: its own fields are not guarded")
@Races("Loader.asked")
final class ParallelLoading implements Program {
    private static final class Loader extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        int asked;

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            asked++;
            throw new ClassNotFoundException(name);
        }

        void ask(String name) {
            try {
                loadClass(name);
            } catch (ClassNotFoundException expected) {
                Check.equal(name, expected.getMessage());
            }
        }
    }

    @Override
    public void run() throws Exception {
        Loader loader = new Loader();
        Threads.concurrently(() -> loader.ask("no.such.One"), () -> loader.ask("no.such.Other"));
        Check.that(loader.asked > 0, "asked");
    }
}

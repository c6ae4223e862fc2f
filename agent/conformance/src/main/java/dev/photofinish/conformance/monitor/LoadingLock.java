package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("ClassLoader.loadClass holds the loader's own monitor, by its documentation")
@Clean
final class LoadingLock implements Program {
    private static final class Loader extends ClassLoader {
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
        Check.equal(2, loader.asked);
    }
}

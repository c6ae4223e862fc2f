package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A private field accessed from a nested class")
@Races("secret")
final class PrivateThroughNest implements Program {
    private int secret;

    @Override
    public void run() throws Exception {
        Threads.concurrently(new Peeker()::poke, new Peeker()::poke);
        Check.that(secret > 0, "a secret");
    }

    private final class Peeker {
        void poke() {
            secret++;
        }
    }
}

package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.security.Provider;
import java.security.Security;

@Scenario("A security provider is added by one thread and asked for by another")
@Clean
final class AddedProvider implements Program {
    private final Marker set = new Marker();
    private final Own provider = new Own();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    provider.uses = 1;
                    Security.addProvider(provider);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Own) Security.getProvider("own")).uses++;
                });
        Security.removeProvider("own");
        Check.equal(2, provider.uses);
    }

    private static final class Own extends Provider {
        private static final long serialVersionUID = 1;

        int uses;

        Own() {
            super("own", "1", "nothing");
        }
    }
}

package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

@Scenario("The default Authenticator is set by one thread and asks its subclass in another")
@Clean
final class DefaultAuthenticator implements Program {
    private final Marker set = new Marker();
    private final Keeper keeper = new Keeper();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    keeper.asked = 1;
                    Authenticator.setDefault(keeper);
                    set.reach();
                },
                () -> {
                    set.await();
                    Authenticator.requestPasswordAuthentication(null, -1, "http", "realm", "basic");
                });
        Authenticator.setDefault(null);
        Check.equal(2, keeper.asked);
    }

    private static final class Keeper extends Authenticator {
        int asked;

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            asked++;
            return null;
        }
    }
}

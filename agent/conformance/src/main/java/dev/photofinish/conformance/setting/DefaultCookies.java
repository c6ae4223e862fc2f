package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.net.CookieHandler;
import java.net.CookieManager;

@Scenario("The default CookieHandler is set by one thread and asked for by another")
@Clean
final class DefaultCookies implements Program {
    private final Marker set = new Marker();
    private final Jar jar = new Jar();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    jar.taken = 1;
                    CookieHandler.setDefault(jar);
                    set.reach();
                },
                () -> {
                    set.await();
                    ((Jar) CookieHandler.getDefault()).taken++;
                });
        CookieHandler.setDefault(null);
        Check.equal(2, jar.taken);
    }

    private static final class Jar extends CookieManager {
        int taken;
    }
}

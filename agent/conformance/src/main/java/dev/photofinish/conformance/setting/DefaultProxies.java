package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

@Scenario("The default ProxySelector is set by one thread and asked for by another")
@Clean
final class DefaultProxies implements Program {
    private final Marker set = new Marker();
    private final Choice choice = new Choice();

    @Override
    public void run() throws Exception {
        ProxySelector usual = ProxySelector.getDefault();
        Threads.concurrently(
                () -> {
                    choice.made = 1;
                    ProxySelector.setDefault(choice);
                    set.reach();
                },
                () -> {
                    set.await();
                    ProxySelector.getDefault().select(URI.create("http://localhost"));
                });
        ProxySelector.setDefault(usual);
        Check.equal(2, choice.made);
    }

    private static final class Choice extends ProxySelector {
        int made;

        @Override
        public List<Proxy> select(URI address) {
            made++;
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
    }
}

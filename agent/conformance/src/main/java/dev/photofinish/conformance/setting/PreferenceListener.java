package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.prefs.AbstractPreferences;
import org.jspecify.annotations.Nullable;

@Scenario("A change of preferences is told to a listener by the thread of their events")
@Clean
final class PreferenceListener implements Program {
    private final Marker told = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Memory preferences = new Memory();
        preferences.addPreferenceChangeListener(change -> {
            payload++;
            told.reach();
        });
        Threads.concurrently(() -> {
            payload = 1;
            preferences.put("name", "value");
        });
        told.await();
        Check.equal("value", preferences.get("name", ""));
    }

    /** Keeps one value, and nothing on disk. */
    private static final class Memory extends AbstractPreferences {
        private @Nullable String value;

        Memory() {
            super(null, "");
        }

        @Override
        protected void putSpi(String key, String newValue) {
            value = newValue;
        }

        @Override
        protected @Nullable String getSpi(String key) {
            return value;
        }

        @Override
        protected void removeSpi(String key) {
            value = null;
        }

        @Override
        protected void removeNodeSpi() {}

        @Override
        protected String[] keysSpi() {
            return new String[0];
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            throw new UnsupportedOperationException("no children");
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }
}

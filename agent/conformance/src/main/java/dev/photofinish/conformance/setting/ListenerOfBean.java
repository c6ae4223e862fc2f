package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

@Scenario("A listener is added to a PropertyChangeSupport by one thread and told by another")
@Clean
final class ListenerOfBean implements Program {
    private final Marker set = new Marker();
    private final Listener listener = new Listener();
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    listener.told = 1;
                    changes.addPropertyChangeListener(listener);
                    set.reach();
                },
                () -> {
                    set.await();
                    changes.firePropertyChange("name", 1, 2);
                });
        Check.equal(2, listener.told);
    }

    private static final class Listener implements PropertyChangeListener {
        int told;

        @Override
        public void propertyChange(PropertyChangeEvent change) {
            told++;
        }
    }
}

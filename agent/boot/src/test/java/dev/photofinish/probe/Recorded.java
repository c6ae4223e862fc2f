package dev.photofinish.probe;

import dev.photofinish.event.AllEvents;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.window.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Plays a scene in a window and reads back the events it left. */
final class Recorded {
    static final int WRITE_X = 301;
    static final int READ_X = 302;
    static final int FLAG = 303;
    static final int LOCK = 304;
    static final int FIELD_X = 11;
    static final int FIELD_FLAG = 12;

    private static long windows = 1_000;

    private final List<RecordedEvent> events;
    final Window window;

    private Recorded(List<RecordedEvent> events, Window window) {
        this.events = events;
        this.window = window;
    }

    /** What happens inside the window. */
    interface Scene {
        void play() throws InterruptedException;
    }

    static Recorded play(Scene scene) throws IOException, InterruptedException {
        return play(ShadowLimits.window(0), scene);
    }

    static Recorded play(ShadowLimits limits, Scene scene) throws IOException, InterruptedException {
        Sites.define(WRITE_X, FIELD_X);
        Sites.define(READ_X, FIELD_X);
        Sites.define(FLAG, FIELD_FLAG);
        Sites.define(LOCK, 0);
        Path file = Files.createTempFile("recorded", ".jfr");
        try (Recording recording = new Recording()) {
            AllEvents.types().forEach(recording::enable);
            recording.start();
            Window window = Window.open(++windows, 1, false, limits);
            try {
                scene.play();
            } finally {
                window.close();
            }
            window.emitEnd("time");
            recording.dump(file);
            // A recording has the events of each thread in their order, but not those of all threads.
            List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file));
            events.sort(Comparator.comparing(RecordedEvent::getStartTime));
            return new Recorded(events, window);
        } finally {
            Files.delete(file);
        }
    }

    /** Runs the body on a thread of its own and waits for it, without any probe. */
    static void onThread(Runnable body) throws InterruptedException {
        Thread thread = new Thread(body);
        thread.start();
        thread.join();
    }

    List<RecordedEvent> of(String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("photofinish." + type))
                .toList();
    }

    RecordedEvent windowEvent() {
        return of("Window").get(0);
    }
}

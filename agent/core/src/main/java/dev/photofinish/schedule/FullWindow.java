package dev.photofinish.schedule;

import dev.photofinish.shadow.AgentThreads;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.window.Window;

/** The one window of full mode, open from start to end; its thread forgets what belongs to objects that are gone. */
public final class FullWindow implements AutoCloseable {
    private static final long SWEEP_MILLIS = 1_000;

    private final Window window;
    private final Thread sweeper;

    /** Opens the window. */
    public FullWindow(int fieldsArmed) {
        this.window = Window.open(
                1, fieldsArmed, false, ShadowLimits.full(Runtime.getRuntime().maxMemory()));
        this.sweeper = AgentThreads.create("photofinish-sweeper", this::sweep);
        sweeper.start();
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP_MILLIS);
                window.shadow().sweep();
            }
        } catch (InterruptedException closing) {
            // The window closes.
        }
    }

    /** Why the window is incomplete; empty while it is complete. */
    public String incompleteReason() {
        return window.shadow().incompleteReason();
    }

    @Override
    public void close() {
        sweeper.interrupt();
        try {
            sweeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            window.shadow().incomplete("interrupted while closing");
        }
        window.close();
        window.emitEnd("exit");
    }
}

package dev.photofinish.outside;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hand-over of bytes that orders nothing: to the program they come from elsewhere. */
public final class Parcel {
    private final Marker sent = new Marker();
    private byte @Nullable [] content; // plain on purpose, as the marker's field

    /** Hands over. */
    public void send(byte[] bytes) {
        content = bytes.clone();
        sent.reach();
    }

    /** What was handed over; fails after a minute without. */
    public byte[] receive() throws InterruptedException {
        sent.await();
        return Objects.requireNonNull(content).clone();
    }
}

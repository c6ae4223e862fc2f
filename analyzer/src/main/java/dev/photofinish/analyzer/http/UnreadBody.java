package dev.photofinish.analyzer.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a request's body that nobody wants. A server that closes the connection with bytes unread makes the sender's
 * TCP throw the answer away, so a bounded part is read before a refusal is sent.
 */
public final class UnreadBody {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final long SKIPPED_BYTES = 4L << 20;
    private static final int BUFFER_SIZE = 16 << 10;

    private UnreadBody() {}

    /** Reads and forgets. */
    public static void skip(Context context) {
        try {
            InputStream body = context.req().getInputStream();
            byte[] buffer = new byte[BUFFER_SIZE];
            long left = SKIPPED_BYTES;
            for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
                left -= read;
            }
        } catch (IOException e) {
            LOG.debug("the sender is gone before the end of its body", e);
        }
    }
}

package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.http.UnreadBody;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.metrics.ChunkOutcome;
import dev.photofinish.analyzer.store.ChunkJournal.Standing;
import dev.photofinish.analyzer.store.StoreException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/chunks}: answers when the chunk is on disk, or says in one sentence why it is not. */
public final class ChunkHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkHandler.class);

    private final AnalysisQueue queue;
    private final AnalyzerMetrics metrics;

    /** Feeds that queue. */
    public ChunkHandler(AnalysisQueue queue, AnalyzerMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    @Override
    public void handle(Context context) throws IOException {
        try {
            InputStream body = context.req().getInputStream();
            Standing standing =
                    queue.take(ChunkHeaders.of(context), context.req().getContentLengthLong(), body);
            UnreadBody.skip(context);
            answer(context, standing);
        } catch (ChunkRefusedException e) {
            refuse(context, e);
        } catch (SpoolException | StoreException e) {
            LOG.error("a chunk could not be made durable", e);
            refuse(
                    context,
                    ChunkRefusedException.unavailable("the chunk could not be stored, see the log of the analyzer"));
        }
    }

    private void answer(Context context, Standing standing) {
        switch (standing) {
            case NEW -> {
                metrics.chunk(ChunkOutcome.ACCEPTED);
                JsonAnswer.write(context, 202, Map.of("accepted", true));
            }
            case DUPLICATE -> {
                metrics.chunk(ChunkOutcome.DUPLICATE);
                JsonAnswer.write(context, 200, Map.of("accepted", false, "duplicate", true));
            }
            case LATE -> {
                metrics.chunk(ChunkOutcome.LATE);
                JsonAnswer.write(context, 200, Map.of("accepted", false, "duplicate", false, "late", true));
            }
        }
    }

    private void refuse(Context context, ChunkRefusedException refusal) {
        metrics.chunk(refusal.outcome());
        UnreadBody.skip(context);
        if (refusal.retryAfterSeconds() > 0) {
            context.header("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
        }
        JsonAnswer.error(context, refusal.status(), refusal.getMessage());
    }
}

package dev.photofinish.analyzer.analysis;

import dev.photofinish.analyzer.decode.UnusableInputException;
import java.nio.ByteBuffer;

/**
 * The analysis of one JVM instance, from its chunks to its findings. Fed by one thread at a time; the listener is called
 * on that thread, during {@link #accept} and {@link #finish}.
 */
public final class InstanceAnalysis {
    private final String fallbackInstance;
    private final AnalysisListener listener;

    /**
     * Starts with nothing known about the instance.
     *
     * @param fallbackInstance names the instance while no chunk has carried a photofinish.AgentStatus event
     */
    public InstanceAnalysis(String fallbackInstance, AnalysisListener listener) {
        this.fallbackInstance = fallbackInstance;
        this.listener = listener;
    }

    /**
     * Takes one whole JFR chunk, in the order in which the JVM wrote them. Position and limit of the buffer are kept.
     *
     * @throws UnusableInputException if the chunk is damaged; windows that it may have touched end incomplete, and the
     *     next chunk may follow
     */
    public void accept(ByteBuffer chunk) throws UnusableInputException {
        if (chunk.remaining() == 0) {
            throw new UnusableInputException(fallbackInstance + ": expected a JFR chunk, found no bytes");
        }
        throw new UnusableInputException(fallbackInstance + ": decoding follows for " + listener);
    }

    /** Ends the stream: windows that never ended are reported incomplete. */
    public void finish() {}
}

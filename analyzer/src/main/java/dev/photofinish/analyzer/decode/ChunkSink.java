package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.trace.DeadlockedThread;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.TraceEvent;

/** Receives the events of one chunk in the order of the bytes, which is not the order of time. */
public interface ChunkSink {
    /** An event of a window. */
    void trace(TraceEvent event);

    /** A word of the dictionary; it may come after the events that use it. */
    void site(Site site);

    /** A wait that the JVM itself reports. */
    void lockWait(LockWait wait);

    /** A time in which a thread did not run; of a wait too. */
    void pause(ThreadPause pause);

    /** A thread of a deadlock that the JVM found. */
    void deadlocked(DeadlockedThread thread);

    /** Waits of a type of event of the JDK that were shorter than this are not in the chunk. */
    void waitThreshold(String eventType, long nanos);

    /** The agent about itself. */
    void agentStatus(StatusFields status);

    /** A loss that the agent counted. */
    void loss(String reason, long count);

    /** The JVM threw away this many bytes of events. */
    void dataLoss(long bytes);
}

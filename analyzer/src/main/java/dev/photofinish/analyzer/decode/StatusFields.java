package dev.photofinish.analyzer.decode;

/** The fields of a {@code photofinish.AgentStatus} event. */
public record StatusFields(
        String instance,
        String service,
        String version,
        String mode,
        String state,
        double budgetPercent,
        double overheadRatio,
        double coverageRatio,
        int fieldsKnown,
        int fieldsArmed,
        int classesWoven,
        int classesNotWeavable,
        long chunksShipped,
        long chunksDropped,
        long errors,
        int deadlockedThreads) {}

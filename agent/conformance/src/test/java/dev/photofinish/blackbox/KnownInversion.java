package dev.photofinish.blackbox;

import java.io.IOException;
import java.util.List;

/**
 * Two locks that a released library takes in both orders.
 *
 * @param driver the class of {@code agent/known} that exercises it, which is also the name of its class paths
 * @param artifact the library
 * @param successor what is looked at after it: the library again, or who carries it on
 * @param issue where it was reported
 * @param repaired whether the later release takes them in one order
 * @param repair what it did
 */
record KnownInversion(
        String driver,
        String artifact,
        String successor,
        String issue,
        KnownOrder one,
        KnownOrder other,
        boolean repaired,
        String repair) {
    private static final String DBCP = "org.apache.commons.dbcp.";
    private static final String POOL = "org.apache.commons.pool.impl.";
    private static final String LOG4J = "org.apache.log4j.";
    private static final String ACCOUNT = "dev.photofinish.known.Account";
    private static final String COMPOSITE = "rx.subscriptions.CompositeSubscription";
    private static final String MULTIPLE = "rx.subscriptions.MultipleAssignmentSubscription";

    static final List<KnownInversion> ALL = List.of(
            new KnownInversion(
                    "CommonsDbcpStatements",
                    "commons-dbcp",
                    "commons-dbcp",
                    "DBCP-65",
                    new KnownOrder(
                            POOL + "GenericKeyedObjectPool",
                            POOL + "GenericKeyedObjectPool.evict",
                            DBCP + "PoolingConnection",
                            DBCP + "AbandonedTrace.addTrace"),
                    new KnownOrder(
                            DBCP + "PoolingConnection",
                            DBCP + "PoolingConnection.prepareStatement",
                            POOL + "GenericKeyedObjectPool",
                            POOL + "GenericKeyedObjectPool.borrowObject"),
                    true,
                    "`prepareStatement` is not synchronized"),
            new KnownInversion(
                    "CommonsDbcpEvictor",
                    "commons-dbcp",
                    "commons-dbcp",
                    "DBCP-270",
                    new KnownOrder(
                            POOL + "GenericObjectPool",
                            POOL + "GenericObjectPool.evict",
                            DBCP + "PoolableConnection",
                            DBCP + "AbandonedTrace.clearTrace"),
                    new KnownOrder(
                            DBCP + "PoolableConnection",
                            DBCP + "PoolableConnection.close",
                            POOL + "GenericObjectPool",
                            POOL + "GenericObjectPool.returnObject"),
                    true,
                    "a trace has a lock of its own"),
            new KnownInversion(
                    "RxJava",
                    "rxjava-core",
                    "rxjava-core",
                    "issue 577",
                    new KnownOrder(COMPOSITE, COMPOSITE + ".add", MULTIPLE, MULTIPLE + ".unsubscribe"),
                    new KnownOrder(MULTIPLE, MULTIPLE + ".unsubscribe", COMPOSITE, COMPOSITE + ".unsubscribe"),
                    true,
                    "no locks"),
            new KnownInversion(
                    "Log4jRendering",
                    "log4j",
                    "reload4j",
                    "bug 41214",
                    new KnownOrder(
                            LOG4J + "spi.RootLogger", LOG4J + "Category.callAppenders", ACCOUNT, ACCOUNT + ".toString"),
                    new KnownOrder(
                            ACCOUNT, ACCOUNT + ".pay", LOG4J + "spi.RootLogger", LOG4J + "Category.callAppenders"),
                    false,
                    "none to this day"));

    /** The releases of both editions, as {@code from → to}. */
    String versions() throws IOException {
        String after = KnownRace.version(driver, successor, KnownRun.AFTER);
        return KnownRace.version(driver, artifact, KnownRun.BEFORE)
                + " → "
                + (successor.equals(artifact) ? after : successor + " " + after);
    }

    /** Whether that edition has it. */
    boolean isIn(String edition) {
        return !repaired || edition.equals(KnownRun.BEFORE);
    }

    /** Whether the cycle is this one, wherever it begins. */
    boolean is(Analysis.FoundCycle cycle) {
        if (cycle.orders().size() != 2) {
            return false;
        }
        LockOrder first = cycle.orders().get(0);
        LockOrder second = cycle.orders().get(1);
        return (one.matches(first) && other.matches(second)) || (one.matches(second) && other.matches(first));
    }

    /** The cycles of a run that are this one. */
    List<Analysis.FoundCycle> in(KnownRun run) {
        return run.analysis().cycles().stream().filter(this::is).toList();
    }
}

package dev.photofinish.schedule;

import dev.photofinish.govern.CostMeter;
import dev.photofinish.shadow.AccessCounts;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.weave.Scope;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Which fields are watched, session after session, and what is known of them: weaves, unweaves, leaves out. */
public final class FieldWatch {
    /** Leaving fields out exchanges code again: only so often in a session. */
    private static final int MOST_SHEDS = 3;

    private final Session session;
    private final StaleThreads stale;
    private final FieldCatalog catalog;
    private final Scope scope;
    private final CostMeter meter;
    private final int mostFields;
    private final FieldLedger ledger = new FieldLedger();
    private final FieldChooser chooser;
    private FieldSelection selection;
    private Collection<FieldInfo> known = List.of();
    private int number = -1;
    private int sheds;
    private boolean woven;
    private double accessRate;
    private long accesses;
    private volatile double coverage;

    /** Watches nothing yet. */
    public FieldWatch(
            Session session, StaleThreads stale, FieldCatalog catalog, Scope scope, CostMeter meter, int mostFields) {
        this.session = session;
        this.stale = stale;
        this.catalog = catalog;
        this.scope = scope;
        this.meter = meter;
        this.mostFields = mostFields;
        this.chooser = new FieldChooser(ledger, mostFields, new Random());
        this.selection = FieldSelection.of(scope, 0, new BitSet(), 0);
    }

    /** Chooses fields for the next session and weaves for them. */
    void weave() {
        number++;
        sheds = 0;
        known = session.known();
        BitSet chosen = chooser.choose(known, number, meter.runningNanos());
        weave(chosen, mostFields - chosen.cardinality());
    }

    private void weave(BitSet chosen, int room) {
        selection = FieldSelection.of(scope, catalog.size(), chosen, room);
        boolean first = !woven;
        if (first) {
            stale.expect();
        }
        woven = true;
        exchange(() -> session.weave(selection), true);
        if (first) {
            stale.findAll();
        }
    }

    private void exchange(Runnable exchange, boolean anythingWoven) {
        long jvm = session.jvmNanos();
        long cpu = session.cpuNanos();
        meter.beforeExchange();
        exchange.run();
        meter.exchanged(session.jvmNanos() - jvm, session.cpuNanos() - cpu, anythingWoven);
    }

    /** Whether threads are still in code from before the weaving. */
    boolean isSettling() {
        return stale.any();
    }

    /** Gives the application its own code back. */
    void unweave() {
        exchange(session::end, false);
        woven = false;
        selection = FieldSelection.of(scope, 0, new BitSet(), 0);
    }

    /** Whether every field that is known has its probes, so that another session would watch nothing else. */
    boolean areAllWatched() {
        BitSet watched = selection.watched();
        return known.stream().allMatch(field -> watched.get(field.id()));
    }

    /** Adds what a window has told. */
    void add(AccessCounts counts, long openNanos, long cpuNanos, boolean complete) {
        session.armed(selection);
        meter.wovenAtLoad(session.loadNanos());
        BitSet watched = selection.watched();
        ledger.add(watched, counts, openNanos, cpuNanos, complete);
        accesses = watched.stream().mapToLong(counts::of).sum();
        accessRate = watched.stream().mapToDouble(ledger::rate).sum();
        coverage = ledger.coverage(known, meter.runningNanos());
    }

    /** Which share of that many probes of the last window were accesses of fields. */
    double share(long entries) {
        return entries == 0 ? 0 : Math.min(1, (double) accesses / entries);
    }

    /**
     * Leaves the hottest fields out if the watched ones are accessed too often.
     *
     * @param tooExpensive whether they cost too much however often that is
     */
    void shed(boolean tooExpensive) {
        double most = tooExpensive ? accessRate / 2 : FieldChooser.MOST_ACCESSES;
        if (accessRate > most && sheds < MOST_SHEDS) {
            sheds++;
            BitSet rest = chooser.shed(selection.watched(), number, most);
            weave(rest, 0);
        }
    }

    /** Why no window can be complete now; empty where one can. */
    String unseen() {
        return session.unseen();
    }

    /** The number of fields watched. */
    int count() {
        return session.fieldsArmed();
    }

    /** The highest number that a watched field can have. */
    int highest() {
        return catalog.size();
    }

    /** The estimated share of the known fields on which a race that shows itself once a minute would have been seen. */
    public double coverage() {
        return coverage;
    }
}

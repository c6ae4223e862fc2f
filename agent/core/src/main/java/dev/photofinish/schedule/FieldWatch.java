package dev.photofinish.schedule;

import dev.photofinish.drill.Drill;
import dev.photofinish.govern.CostMeter;
import dev.photofinish.shadow.AccessCounts;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.weave.Scope;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Which fields are watched, session after session, and what is known of them: weaves, unweaves, leaves out. */
public final class FieldWatch {
    /** Leaving fields out exchanges code again, which costs more than they do: at the beginning of a session, and once later. */
    private static final int MOST_SHEDS = 2;

    /** By how much compiled code is quicker than what has just begun to run, and accesses fields more often. */
    private static final double QUICKER = 8;

    /** How many times the accesses that are wanted are put up with later, rather than exchange code that is compiled. */
    private static final double TOLERATED = 2;

    /** Of accesses that are too many, the part that stays. */
    private static final double LEFT = 8;

    private static final Duration LOOKED = Duration.ofSeconds(1);

    /** Fields with the gate of cold ones that have become hot pay for it while a window stands prepared: in a second of CPU. */
    private static final double MOST_COLD_ACCESSES = 10_000;

    private final Session session;
    private final StaleThreads stale;
    private final FieldCatalog catalog;
    private final Scope scope;
    private final CostMeter meter;
    private final int mostFields;
    private final Drill drill;
    private final FieldLedger ledger = new FieldLedger();
    private final FieldChooser chooser;
    private FieldSelection selection;
    private Collection<FieldInfo> known = List.of();
    private int number = -1;
    private int sheds;

    /** Fields whose access has opened a window in this session: they are cold no more. */
    private BitSet opened = new BitSet();

    private double accessRate;
    private volatile double coverage;

    /** Watches nothing yet. */
    public FieldWatch(
            Session session,
            StaleThreads stale,
            FieldCatalog catalog,
            Scope scope,
            CostMeter meter,
            int mostFields,
            Drill drill) {
        this.session = session;
        this.stale = stale;
        this.catalog = catalog;
        this.scope = scope;
        this.meter = meter;
        this.mostFields = mostFields;
        this.drill = drill;
        this.chooser = new FieldChooser(ledger, mostFields, new Random());
        this.selection = FieldSelection.none(scope);
    }

    /** Chooses fields for the next session and weaves for them. */
    void weave() {
        number++;
        sheds = 0;
        opened = new BitSet();
        known = session.known();
        BitSet chosen = chooser.choose(known, number, meter.runningNanos());
        weave(chosen, coldOf(chosen), mostFields - chosen.cardinality());
    }

    /** Those of the fields that have the gate of cold ones, or are to get it. */
    private BitSet coldOf(BitSet fields) {
        BitSet cold = selection.cold();
        cold.and(fields);
        if (drill.allCold()) {
            return fields;
        }
        long looked = drill.coldAfter(LOOKED).toNanos();
        BitSet now = new BitSet();
        fields.stream()
                .filter(field -> ledger.isCold(field, looked) || (cold.get(field) && !ledger.isWarm(field)))
                .forEach(now::set);
        return now;
    }

    /** The fields whose next access opens the window that stands prepared; none where that could cost too much. */
    BitSet cold() {
        BitSet cold = selection.cold();
        if (!drill.allCold()) {
            double rate = cold.stream().mapToDouble(ledger::rate).sum();
            cold.andNot(opened);
            cold.stream().filter(ledger::isWarm).forEach(cold::clear);
            if (rate > MOST_COLD_ACCESSES) {
                cold.clear();
            }
        }
        return cold;
    }

    /** Whether fields have turned out to be cold that have not the gate of those. */
    boolean hasCooledDown() {
        BitSet cold = coldOf(selection.watched());
        cold.andNot(selection.cold());
        return !cold.isEmpty();
    }

    private void weave(BitSet chosen, BitSet cold, int room) {
        selection = FieldSelection.of(scope, catalog.size(), chosen, cold, room);
        boolean first = !session.hasBegun();
        if (first) {
            stale.expect();
        }
        exchange(() -> session.weave(selection), meter::exchanged, true);
        if (first) {
            stale.findAll();
        }
    }

    /** Has the meter told what an exchange has taken, and whether anything is called then that is not empty. */
    private interface Metering {
        void exchanged(long jvmNanos, long cpuNanos, boolean live);
    }

    private void exchange(Runnable exchange, Metering metering, boolean live) {
        long jvm = session.jvmNanos();
        long cpu = session.cpuNanos();
        meter.beforeExchange();
        exchange.run();
        metering.exchanged(session.jvmNanos() - jvm, session.cpuNanos() - cpu, live);
    }

    /** Empties what woven code calls: it costs next to nothing then, and no window can be opened. */
    void emptyProbes() {
        exchange(session::emptyProbes, meter::exchangedProbes, false);
    }

    /** Gives what woven code calls its bodies back. */
    void restoreProbes() {
        exchange(session::restoreProbes, meter::exchangedProbes, true);
    }

    /** Whether threads are still in code from before the weaving. */
    boolean isSettling() {
        return stale.any();
    }

    /** Gives the application its own code back. */
    void unweave() {
        exchange(session::end, meter::exchanged, false);
        selection = FieldSelection.none(scope);
    }

    /** Whether every field that is known has its probes, so that another session would watch nothing else. */
    boolean areAllWatched() {
        BitSet watched = selection.watched();
        return known.stream().allMatch(field -> watched.get(field.id()));
    }

    /**
     * Adds what a window has told.
     *
     * @param openedBy the field whose access has opened it; 0 for none
     */
    void add(AccessCounts counts, long openNanos, long cpuNanos, boolean complete, int openedBy) {
        session.armed(selection);
        meter.wovenAtLoad(session.loadNanos());
        BitSet watched = selection.watched();
        ledger.add(watched, counts, openNanos, cpuNanos, complete);
        if (openedBy == 0) {
            ledger.look(watched, counts, openNanos);
        } else {
            opened.set(openedBy);
        }
        accessRate = watched.stream().mapToDouble(ledger::rate).sum();
        coverage = ledger.coverage(known, meter.runningNanos());
    }

    /** How many of a window's accesses were of the fields that are watched. */
    long accesses(AccessCounts counts) {
        return selection.watched().stream().mapToLong(counts::of).sum();
    }

    /**
     * Leaves the hottest fields out if the watched ones are accessed too often. Then far more than needed: code that is exchanged
     * is compiled anew, which costs a program more than the fields it would do without.
     *
     * @param tooExpensive whether they cost too much however often that is
     * @param cold whether the application has only begun to run what is woven now: it will be quicker, and access them more often
     * @return whether any were left out
     */
    boolean shed(boolean tooExpensive, boolean cold) {
        double most = FieldChooser.MOST_ACCESSES * (cold ? 1 / QUICKER : TOLERATED);
        if ((!tooExpensive && accessRate <= most) || sheds >= MOST_SHEDS) {
            return false;
        }
        sheds++;
        BitSet rest = chooser.shed(selection.watched(), number, Math.min(most, accessRate) / LEFT);
        BitSet gates = selection.cold();
        gates.and(rest);
        weave(rest, gates, 0);
        return true;
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

package dev.photofinish.schedule;

import dev.photofinish.site.FieldInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Chooses what to look at: fields under suspicion first, then those that were looked at least, the colder first, because rare
 * code hides races. Together they may be accessed only so often: what a closed probe costs, it costs at each access.
 */
final class FieldChooser {
    /** Accesses of all watched fields in a second of CPU time: about 0.4 % of it, closed (FEASIBILITY.md, section 8). */
    static final double MOST_ACCESSES = 2e6;

    /** After so many sessions a field that was accessed too often is tried again. */
    private static final int FORGOTTEN = 6;

    /** Coverages that differ by less are the same. */
    private static final double STEPS = 20;

    private final FieldLedger ledger;
    private final int most;
    private final Random random;

    FieldChooser(FieldLedger ledger, int most, Random random) {
        this.ledger = ledger;
        this.most = most;
        this.random = random;
    }

    /** The numbers of the fields to watch in that session. */
    BitSet choose(Collection<FieldInfo> fields, int session, long runningNanos) {
        List<FieldInfo> candidates = new ArrayList<>();
        for (FieldInfo field : fields) {
            int refused = ledger.refusedIn(field.id());
            if (refused < 0 || session - refused >= FORGOTTEN) {
                candidates.add(field);
            }
        }
        Collections.shuffle(candidates, random);
        candidates.sort(Comparator.comparing((FieldInfo field) -> !FieldLedger.isSuspected(field.id()))
                .thenComparing(field -> Math.round(STEPS * ledger.coverage(field.id(), runningNanos)))
                .thenComparing(field -> Math.round(Math.log1p(ledger.rate(field.id())))));
        BitSet chosen = new BitSet();
        double rate = 0;
        for (FieldInfo field : candidates) {
            double more = session - ledger.refusedIn(field.id()) >= FORGOTTEN && ledger.refusedIn(field.id()) >= 0
                    ? 0
                    : ledger.rate(field.id());
            if (chosen.cardinality() < most && rate + more <= MOST_ACCESSES) {
                chosen.set(field.id());
                rate += more;
            }
        }
        return chosen;
    }

    /**
     * Refuses the hottest of the watched fields until the others are accessed seldom enough.
     *
     * @param accesses how often they may be accessed together, in a second of CPU time
     * @return the numbers of those that stay; all of them where nothing need change
     */
    BitSet shed(BitSet watched, int session, double accesses) {
        List<Integer> hottest = new ArrayList<>();
        watched.stream().forEach(hottest::add);
        hottest.sort(Comparator.comparing(ledger::rate).reversed());
        double rate = hottest.stream().mapToDouble(ledger::rate).sum();
        BitSet rest = (BitSet) watched.clone();
        for (int field : hottest) {
            if (rate <= accesses) {
                break;
            }
            rate -= ledger.rate(field);
            ledger.refuse(field, session);
            rest.clear(field);
        }
        return rest;
    }
}

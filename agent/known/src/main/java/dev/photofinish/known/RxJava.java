package dev.photofinish.known;

import rx.subscriptions.CompositeSubscription;
import rx.subscriptions.MultipleAssignmentSubscription;

/**
 * What is added to a subscription that is over is ended at once, under its lock; another thread ends what was added, which
 * passes that on under its own (issue 577).
 */
final class RxJava implements Driver {
    private final CompositeSubscription all = new CompositeSubscription();
    private final MultipleAssignmentSubscription current = new MultipleAssignmentSubscription();

    RxJava() {
        all.unsubscribe();
        current.setSubscription(all);
    }

    @Override
    public int turns() {
        return 2;
    }

    @Override
    public void first() {
        all.add(current);
    }

    @Override
    public void second() {
        current.unsubscribe();
    }
}

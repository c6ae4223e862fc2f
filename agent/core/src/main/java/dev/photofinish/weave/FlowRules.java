package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Row "Flow/SubmissionPublisher" of the rule book. */
final class FlowRules {
    private static final Key THIS = Rows.THIS;

    private FlowRules() {}

    /** An item goes through the subscription's buffer by element; signals to one subscriber come one after the other. */
    static void add(Rows rows) {
        String publisher = Rows.JUC + "SubmissionPublisher";
        rows.innerLocks(publisher);
        String subscription = publisher + "$BufferedSubscription";
        rows.row(subscription, "(offer|retryOffer)\\(.*", ENTRY, RELEASE, Rows.elementOfThis(Rows.ARG0), 0);
        rows.inside(subscription, "consume\\w*\\(.*", BEFORE_CALL, "onNext", ACQUIRE, Rows.elementOfThis(Rows.TOP), 0);
        rows.row(subscription, "on(Subscribe|Complete|Error)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        String signal = "on(Subscribe|Next|Complete|Error)";
        rows.inside(subscription, "consume\\w*\\(.*", BEFORE_CALL, signal, ACQUIRE, THIS, Space.STATE);
        rows.inside(subscription, "consume\\w*\\(.*", AFTER_CALL, signal, RELEASE, THIS, Space.STATE);
    }
}

package dev.photofinish.shadow;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A freeze that is published by a race: {@link AssumedFreezes}. Results: whether the object was seen, whether its freeze was learned. */
public class AssumedFreezeCase {
    private static final ShadowLimits LIMITS = new ShadowLimits(4, 4, 4, false, 0, 1, 0);
    private static final Thread NOBODY = new Thread();

    /** Before every access that is recorded. */
    private static final long SINCE = -1;

    /** A thread that freezes and publishes, and one that looks. */
    private static final class Scene {
        private final AssumedFreezes freezes = new AssumedFreezes(new Shadow(1, LIMITS));
        private final ThreadShadow writer = thread(1);
        private final ThreadShadow reader = thread(2);
        private int published;

        private static ThreadShadow thread(int number) {
            return new ThreadShadow(NOBODY, number, number, false, false, new EntryCount(), UnseenWays.NONE);
        }

        void freeze() {
            freezes.freeze(writer, 11);
        }

        void publish() {
            published = 1;
        }

        void look(II_Result r) {
            r.r1 = published;
            freezes.learn(reader, SINCE, 22, true);
            r.r2 = reader.frozen.knows(1, 1) ? 1 : 0;
        }
    }

    /** The freeze is recorded before the object can be seen. */
    @JCStressTest
    @State
    @Outcome(id = "0, .*", expect = Expect.ACCEPTABLE, desc = "The object was not seen.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Who saw the object learned of its freeze.")
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "What a final field orders was missed: a false alarm.")
    public static class Before {
        private final Scene scene = new Scene();

        @Actor
        public void writer() {
            scene.freeze();
            scene.publish();
        }

        @Actor
        public void reader(II_Result r) {
            scene.look(r);
        }
    }

    /** It is recorded when the object can be seen already. */
    @JCStressTest
    @State
    @Outcome(id = "0, .*", expect = Expect.ACCEPTABLE, desc = "The object was not seen.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Who saw the object learned of its freeze.")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "What a final field orders was missed.")
    public static class AfterRejected {
        private final Scene scene = new Scene();

        @Actor
        public void writer() {
            scene.publish();
            scene.freeze();
        }

        @Actor
        public void reader(II_Result r) {
            scene.look(r);
        }
    }
}

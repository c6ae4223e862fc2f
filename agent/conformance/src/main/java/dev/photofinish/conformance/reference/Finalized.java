package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;

@Scenario(value = "The end of the constructor comes before the finalizer", go = "NoRaceFin")
@Clean
final class Finalized implements Program {
    private final Marker finalized = new Marker();

    @Override
    public void run() throws Exception {
        use();
        Garbage.collectUntil(finalized);
    }

    private void use() {
        Check.that(new Resource(finalized).hashCode() != 1, "an object");
    }

    @SuppressWarnings({"deprecation", "removal", "Finalize", "Finalizer"})
    static final class Resource {
        private final Marker finalized;
        int payload;

        Resource(Marker finalized) {
            this.finalized = finalized;
            payload = 1;
        }

        @Override
        protected void finalize() {
            payload++;
            finalized.reach();
        }
    }
}

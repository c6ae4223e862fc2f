package dev.photofinish.conformance.io;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.io.DataOutputStream;

@Scenario("Two threads write to one DataOutputStream around a stream that has no lock")
@Clean
final class LockOfDataStream implements Program {
    private final CountedStream bytes = new CountedStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> out.write(1), () -> out.write(2));
        Check.equal(2, bytes.count());
    }
}

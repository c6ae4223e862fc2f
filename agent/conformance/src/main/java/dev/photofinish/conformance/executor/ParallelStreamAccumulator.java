package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.List;
import java.util.stream.IntStream;

@Scenario("A parallel stream adds to a shared field")
@Races("total")
final class ParallelStreamAccumulator implements Program {
    private final List<Marker> here = List.of(new Marker(), new Marker());
    int total;

    @Override
    public void run() throws Exception {
        IntStream.range(0, 2).parallel().forEach(this::add);
    }

    private void add(int i) {
        here.get(i).reach();
        here.get(1 - i).spin();
        total++;
    }
}

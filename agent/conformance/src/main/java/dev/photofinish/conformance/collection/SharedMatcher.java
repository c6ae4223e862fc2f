package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Scenario("Two threads use one Matcher")
@Races("matcher[java.util.regex.Matcher]")
final class SharedMatcher implements Program {
    private final Matcher matcher = Pattern.compile("a").matcher("banana");

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> Check.that(matcher.find() || matcher.hitEnd(), "found"), () -> matcher.reset());
    }
}

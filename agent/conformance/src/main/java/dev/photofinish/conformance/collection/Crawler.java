package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.HashMap;
import java.util.Map;

@Scenario(value = "A crawler whose threads share an unguarded map of what they have seen", go = "RaceCrawl")
@Races("seen[java.util.HashMap]")
final class Crawler implements Program {
    private final Map<String, Boolean> seen = new HashMap<>(64);

    @Override
    public void run() throws Exception {
        crawl("root", 2);
    }

    private void crawl(String page, int depth) throws Exception {
        seen.put(page, true);
        if (depth == 0) {
            return;
        }
        Threads.concurrently(
                () -> crawl(page + "a", depth - 1),
                () -> crawl(page + "b", depth - 1),
                () -> crawl(page + "c", depth - 1));
    }
}

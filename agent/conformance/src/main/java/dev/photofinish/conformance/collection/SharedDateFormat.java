package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;

@Scenario(value = "Two threads use one SimpleDateFormat", needs = "accesses of JDK types: issue 3")
@Races("java.text.SimpleDateFormat")
final class SharedDateFormat implements Program {
    private final SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);

    @Override
    @SuppressWarnings("JavaUtilDate") // SimpleDateFormat knows no other
    public void run() throws Exception {
        Step use = () -> Check.that(format.format(new Date(0)).length() > 0, "a date");
        Threads.concurrently(use, use);
    }
}

package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Races on static references of each kind",
        go = {"RaceIssue12664_2", "RaceIssue12664_3", "RaceIssue12664_4"})
@Races({"text", "any", "number"})
final class StaticReferences implements Program {
    static String text = "";
    static Object any = "";
    static Object number = 0;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    text = "new";
                    any = text.concat("er");
                    number = 1;
                },
                () -> {
                    Check.that(text.length() + any.toString().length() <= 8, "a length");
                    Check.that((Integer) number <= 1, "a number");
                });
    }
}

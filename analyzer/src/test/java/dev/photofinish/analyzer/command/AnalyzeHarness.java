package dev.photofinish.analyzer.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command line within the test. */
public final class AnalyzeHarness {
    private AnalyzeHarness() {}

    /** Runs it with the arguments. */
    public static Outcome run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** What the command left behind. */
    public record Outcome(int code, String out, String err) {}
}

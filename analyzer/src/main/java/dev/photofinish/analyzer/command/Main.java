package dev.photofinish.analyzer.command;

import dev.photofinish.analyzer.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the analyzer. */
@Command(
        name = "photofinish-analyzer",
        description = "Finds data races and lock contention in JFR recordings.",
        subcommands = {AnalyzeCommand.class, ServeCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, args));
    }

    /** Runs the command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        int code = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .registerConverter(AnalyzeCommand.Format.class, new ChoiceConverter<>(AnalyzeCommand.Format.values()))
                .registerConverter(AnalyzeCommand.FailOn.class, new ChoiceConverter<>(AnalyzeCommand.FailOn.values()))
                .setParameterExceptionHandler(Main::usageError)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** One sentence, and where to read more; the whole usage would hide it. */
    private static int usageError(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println(Printable.of("photofinish-analyzer: " + e.getMessage() + "; see "
                        + command.getCommandSpec().qualifiedName() + " --help"));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Without a subcommand: says which there are. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected a command, one of " + spec.subcommands().keySet());
    }

    /** The version from the manifest of the shipped jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"photofinish-analyzer " + (version == null ? "(not packaged)" : version)};
        }
    }
}

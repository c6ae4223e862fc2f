package dev.photofinish.command;

import dev.photofinish.agent.OptionException;
import dev.photofinish.agent.OptionParser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Parameters;

/** The commands that a person types. */
@Command(
        name = "photofinish-agent.jar",
        mixinStandardHelpOptions = true,
        versionProvider = AgentCommand.Version.class,
        description = "Finds data races and lock contention in running JVMs.",
        subcommands = {
            AgentCommand.ListJvms.class,
            AgentCommand.Attach.class,
            AgentCommand.Status.class,
            AgentCommand.Detach.class
        })
public final class AgentCommand {
    private final Path jar;
    private final String version;

    private AgentCommand(Path jar, String version) {
        this.jar = jar;
        this.version = version;
    }

    /**
     * Runs one command line; answers the exit code.
     *
     * @param jar the shipped jar, which is loaded into the other JVM
     */
    public static int run(String[] arguments, String jar, String version) {
        AgentCommand command = new AgentCommand(Path.of(jar), version);
        CommandLine line = new CommandLine(command);
        line.setParameterExceptionHandler((wrong, given) -> {
            line.getErr().println("photofinish: " + wrong.getMessage() + "; try --help");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, failed, result) -> {
            line.getErr().println("photofinish: " + failure.getMessage());
            return failure instanceof TargetException target ? target.exitCode() : CommandLine.ExitCode.SOFTWARE;
        });
        line.setExecutionStrategy(new CommandLine.RunLast());
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    @Command(name = "list", description = "Lists the JVMs that could be attached to.")
    static final class ListJvms implements Runnable {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            for (TargetJvm.Listed jvm : TargetJvm.list()) {
                out.printf(Locale.ROOT, "%-8s %s%n", jvm.pid(), jvm.name());
            }
            out.flush();
        }
    }

    /** A command about one JVM. */
    abstract static class OnTarget implements Runnable {
        @CommandLine.ParentCommand
        @SuppressWarnings("NullAway.Init") // set by picocli
        AgentCommand parent;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", paramLabel = "<pid>", description = "Process id, as list shows it.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String pid;

        abstract String ask(TargetJvm target);

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            try (TargetJvm target = TargetJvm.attach(pid, parent.jar)) {
                String answer = ask(target);
                out.println(answer.strip());
                out.flush();
            }
        }

        final void tell(String sentence) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(sentence);
            out.flush();
        }
    }

    @Command(name = "attach", description = "Attaches the agent to a running JVM.")
    static final class Attach extends OnTarget {
        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "k=v,...",
                description = "Options of the agent, as include=com.acme.**,analyzer=http://127.0.0.1:9464")
        private List<String> options = List.of();

        @Override
        String ask(TargetJvm target) {
            String arguments = String.join(",", options);
            try {
                OptionParser.check(arguments);
            } catch (OptionException wrong) {
                throw new TargetException(TargetException.USAGE, String.valueOf(wrong.getMessage()));
            }
            tell(target.costOfAttaching());
            tell("attaching to " + pid
                    + ": the answer comes when classes are woven, which takes half a minute in a large application");
            return "attached to " + pid + "\n" + target.start(arguments);
        }
    }

    @Command(name = "status", description = "Says what the agent in a JVM does.")
    static final class Status extends OnTarget {
        @Override
        String ask(TargetJvm target) {
            return target.control("status");
        }
    }

    @Command(name = "detach", description = "Takes the agent out of a JVM: bytecode, threads, recording, files.")
    static final class Detach extends OnTarget {
        @Override
        String ask(TargetJvm target) {
            return target.control("detach") + " from " + pid;
        }
    }

    /** The version of the shipped jar. */
    static final class Version implements IVersionProvider {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandLine.Model.CommandSpec spec;

        @Override
        public String[] getVersion() {
            AgentCommand root = (AgentCommand) spec.root().userObject();
            return new String[] {"photofinish " + root.version};
        }
    }
}

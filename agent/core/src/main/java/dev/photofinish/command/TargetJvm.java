package dev.photofinish.command;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Another JVM, reached over the attach API; every refusal becomes one sentence. */
final class TargetJvm implements AutoCloseable {
    /** The system property in which the entry class leaves the agent's answer. */
    private static final String REPLY = "photofinish.reply";

    /** What the attach API calls a JVM that keeps its name for itself. */
    private static final String UNKNOWN = "Unknown";

    /** The first that keeps its compiled code, and has virtual threads. */
    private static final int JDK_WITHOUT_COLLAPSE = 21;

    private final String pid;
    private final Path jar;
    private final VirtualMachine machine;

    private TargetJvm(String pid, Path jar, VirtualMachine machine) {
        this.pid = pid;
        this.jar = jar;
        this.machine = machine;
    }

    /** A JVM on this machine. */
    record Listed(String pid, String name) {}

    static List<Listed> list() {
        List<Listed> found = new ArrayList<>();
        String own = Long.toString(ProcessHandle.current().pid());
        for (VirtualMachineDescriptor descriptor : VirtualMachine.list()) {
            if (!descriptor.id().equals(own)) {
                found.add(new Listed(descriptor.id(), name(descriptor)));
            }
        }
        return found;
    }

    private static String name(VirtualMachineDescriptor descriptor) {
        String told = descriptor.displayName();
        if (!told.isEmpty() && !told.equals(UNKNOWN)) {
            return told;
        }
        return ProcessHandle.of(Long.parseLong(descriptor.id()))
                .flatMap(process -> process.info().arguments())
                .map(JvmName::in)
                .filter(name -> !name.isEmpty())
                .orElse(UNKNOWN);
    }

    static TargetJvm attach(String pid, Path jar) {
        if (!pid.matches("\\d{1,18}")) {
            throw new TargetException(
                    TargetException.USAGE, "a process id expected, found \"" + pid + "\"; list shows those of JVMs");
        }
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new TargetException(
                        TargetException.REFUSED, "there is no process " + pid + "; list shows those of JVMs"));
        refuseOtherUser(pid, process);
        try {
            return new TargetJvm(pid, jar, VirtualMachine.attach(pid));
        } catch (AttachNotSupportedException e) {
            throw new TargetException(explain(pid, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new TargetException(explain(pid, String.valueOf(e.getMessage())), e);
        }
    }

    private static void refuseOtherUser(String pid, ProcessHandle process) {
        Optional<String> user = process.info().user();
        Optional<String> own = ProcessHandle.current().info().user();
        if (user.isPresent() && own.isPresent() && !user.equals(own)) {
            throw new TargetException(
                    TargetException.REFUSED,
                    "process " + pid + " belongs to user " + user.get() + " and this is " + own.get()
                            + "; run this command as " + user.get());
        }
    }

    private static String explain(String pid, String message) {
        if (!isJava(pid)) {
            return "process " + pid + " is not a JVM, or hides itself; list shows those that can be attached to";
        }
        if (message.contains("does not support the attach mechanism")) {
            return "the JVM " + pid + " does not allow to be attached to (-XX:+DisableAttachMechanism);"
                    + " restart it with -javaagent:photofinish-agent.jar";
        }
        if (message.contains("not respond")
                || message.contains("doesn't respond")
                || message.contains("not open socket")) {
            return "the JVM " + pid
                    + " does not answer: it runs with -XX:+DisableAttachMechanism, is in another container,"
                    + " or its /tmp is full or cannot be written; restart it with -javaagent:photofinish-agent.jar";
        }
        return "the JVM " + pid + " cannot be attached to: " + message;
    }

    private static boolean isJava(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "maps")).contains("libjvm.so");
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** What the user should know before the agent is loaded. */
    String costOfAttaching() {
        try {
            String version = machine.getSystemProperties().getProperty("java.specification.version", "0");
            if (Integer.parseInt(version) < JDK_WITHOUT_COLLAPSE) {
                return "JDK " + version + ": the first weaving after an attach discards all compiled code;"
                        + " expect a tenth of the throughput or less until it is compiled anew, once: some seconds where"
                        + " processors are free for it, half a minute where all are busy."
                        + " With -javaagent at the next start this does not happen.";
            }
            return "JDK " + version + ": from the first agent on, whichever it is, a JVM keeps account of each"
                    + " mount of a virtual thread until it ends: some 5 % of the CPU of a service of nothing but short"
                    + " work on virtual threads, nothing of others. Started with"
                    + " -XX:+UnlockExperimentalVMOptions -XX:-DoJVMTIVirtualThreadTransitions it does not.";
        } catch (IOException | NumberFormatException e) {
            return "the version of the JVM is unknown (" + e.getMessage() + ")";
        }
    }

    String start(String options) {
        return load(options);
    }

    String control(String command) {
        return load("control=" + command);
    }

    private String load(String arguments) {
        try {
            machine.loadAgent(jar.toString(), arguments);
            return answer(machine.getSystemProperties());
        } catch (AgentLoadException e) {
            throw new TargetException(refusedLoading(String.valueOf(e.getMessage())), e);
        } catch (AgentInitializationException e) {
            throw new TargetException("the agent did not start in the JVM " + pid + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TargetException(refusedLoading(String.valueOf(e.getMessage())), e);
        }
    }

    private String refusedLoading(String message) {
        if (message.contains("Dynamic agent loading is not enabled")
                || message.contains("dynamic loading is disabled")
                || message.contains("EnableDynamicAgentLoading")) {
            return "the JVM " + pid + " does not allow agents to be loaded (-XX:-EnableDynamicAgentLoading);"
                    + " restart it with -javaagent:photofinish-agent.jar";
        }
        return "the JVM " + pid + " did not load the agent: " + message;
    }

    private static String answer(Properties properties) {
        @Nullable String reply = properties.getProperty(REPLY);
        if (reply == null) {
            throw new TargetException(TargetException.REFUSED, "the agent gave no answer");
        }
        if (reply.startsWith("error ")) {
            String sentence = reply.substring("error ".length());
            boolean usage = sentence.startsWith("option ") || sentence.startsWith("unknown option ");
            throw new TargetException(usage ? TargetException.USAGE : TargetException.REFUSED, sentence);
        }
        return reply.substring(reply.indexOf('\n') + 1);
    }

    @Override
    public void close() {
        try {
            machine.detach();
        } catch (IOException e) {
            throw new TargetException("the connection to the JVM " + pid + " could not be ended: " + e.getMessage(), e);
        }
    }
}

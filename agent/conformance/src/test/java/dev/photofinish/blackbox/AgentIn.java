package dev.photofinish.blackbox;

import com.sun.tools.attach.VirtualMachine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agent in a living JVM, asked as the commands ask, but without a JVM for each command: for tests that ask often. */
final class AgentIn {
    private static final String REPLY = "photofinish.reply";
    private static final Pattern WINDOWS = Pattern.compile("windows +(\\d+) windows");

    private final LiveJvm jvm;

    AgentIn(LiveJvm jvm) {
        this.jvm = jvm;
    }

    /** Attaches with these options; answers {@code ok} and the status, or {@code error} and why. */
    String attach(String options) throws Exception {
        return load(options);
    }

    String status() throws Exception {
        return load("control=status");
    }

    String detach() throws Exception {
        return load("control=detach");
    }

    /** Windows so far. */
    long windows() throws Exception {
        String status = status();
        Matcher matcher = WINDOWS.matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private String load(String arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
        try {
            machine.loadAgent(Shipped.agentJar().toString(), arguments);
            return machine.getSystemProperties().getProperty(REPLY, "");
        } finally {
            machine.detach();
        }
    }
}

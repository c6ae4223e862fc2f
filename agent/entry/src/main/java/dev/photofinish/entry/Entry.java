package dev.photofinish.entry;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the JVM enters: does nothing itself, hands over, catches everything, prints once. */
public final class Entry {
    private static final String CONTROL = "control=";
    private static final String REPLY = "photofinish.reply";
    private static @Nullable Handover running;

    private Entry() {}

    /** With {@code -javaagent}: before the application's main class. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        String answer = start(arguments, instrumentation, true);
        if (answer.startsWith("error ")) {
            System.err.println(
                    "photofinish: " + answer.substring("error ".length()) + "; the application runs without it");
        }
    }

    /** After an attach: options, or a command to the agent that is there. The answer is left in a system property. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        String answer = arguments != null && arguments.startsWith(CONTROL)
                ? control(arguments.substring(CONTROL.length()))
                : start(arguments, instrumentation, false);
        System.setProperty(REPLY, answer);
    }

    /** As a command: {@code java -jar}. */
    public static void main(String[] arguments) {
        int exitCode;
        try {
            exitCode = Handover.command(ownJar(), arguments);
        } catch (Throwable failure) {
            System.err.println("photofinish: " + failure);
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    private static synchronized String start(
            @Nullable String arguments, Instrumentation instrumentation, boolean startUp) {
        if (running != null) {
            return running.start(arguments, startUp);
        }
        try {
            Handover handover = Handover.to(ownJar(), instrumentation);
            String answer = handover.start(arguments, startUp);
            if (answer.startsWith("ok")) {
                running = handover;
            } else {
                handover.close();
            }
            return answer;
        } catch (Throwable failure) {
            return "error photofinish could not be loaded: " + failure;
        }
    }

    private static synchronized String control(String command) {
        if (running == null) {
            return "error photofinish is not attached";
        }
        try {
            String answer = running.call(command);
            if (command.equals("detach") && answer.startsWith("ok")) {
                running.close();
                running = null;
            }
            return answer;
        } catch (Throwable failure) {
            return "error photofinish could not " + command + ": " + failure;
        }
    }

    private static Path ownJar() throws IOException {
        try {
            return new File(Entry.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toPath();
        } catch (URISyntaxException e) {
            throw new IOException("the agent's own jar cannot be found", e);
        }
    }
}

package dev.photofinish.load;

import dev.photofinish.timing.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** The other process, seen from the JVM that serves. Used by one thread. */
public final class LoadProcess implements AutoCloseable, Measurement.Caller {
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    private LoadProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * A JVM as this one, without its agents, that begins to ask.
     *
     * @param load which part of the time callers ask, in percent; 0 for a pace of their own
     */
    public static LoadProcess start(URI address, int load) throws IOException {
        return new LoadProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dworkload.load=" + load,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        address.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public void begin() {
        say(Load.BEGIN);
    }

    @Override
    public Histogram end() {
        say(Load.END);
        try {
            String line = answers.readLine();
            if (line == null || line.startsWith(Load.FAILED)) {
                throw new IllegalStateException("expected a histogram of the load, found " + line);
            }
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(line)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the load measured", e);
        } catch (DataFormatException e) {
            throw new IllegalStateException("expected a histogram of the load", e);
        }
    }

    private void say(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot tell the load to " + command + " (" + e.getMessage() + "): it said " + lastWords());
        }
    }

    private String lastWords() {
        try {
            return String.valueOf(answers.readLine());
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** @throws IllegalStateException if an answer was wrong, or it does not end */
    @Override
    public void close() throws IOException {
        try {
            commands.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("the load failed; its own words stand above");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the load ended", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}

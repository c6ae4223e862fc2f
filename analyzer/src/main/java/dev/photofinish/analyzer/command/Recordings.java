package dev.photofinish.analyzer.command;

import dev.photofinish.analyzer.analysis.AnalysisListener;
import dev.photofinish.analyzer.analysis.InstanceAnalysis;
import dev.photofinish.analyzer.decode.ChunkDecoder;
import dev.photofinish.analyzer.decode.ChunkSplitter;
import dev.photofinish.analyzer.decode.UnusableInputException;
import dev.photofinish.analyzer.std.StdFormatException;
import dev.photofinish.analyzer.std.StdTrace;
import dev.photofinish.analyzer.suppress.Suppressions;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recordings on disk, fed to the analysis chunk by chunk. A file is read once, in its own order. The chunks of a directory
 * may be of several JVMs and in any order of files: so it is read twice, first to learn who wrote which chunk when.
 */
final class Recordings {
    private static final String STD = ".std";

    /** A chunk has 12 MB unless the recording was told otherwise. */
    private static final int MAX_CHUNK_BYTES = 512 << 20;

    /** What an event of an open window takes, with all that is made of it: the one window of full mode has millions. */
    private static final int BYTES_PER_EVENT = 400;

    private static final int MAX_EVENTS =
            (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / BYTES_PER_EVENT);

    private final AnalysisListener listener;
    private final Suppressions suppressions;
    private final List<String> problems = new ArrayList<>();
    private int usableChunks;

    Recordings(AnalysisListener listener, Suppressions suppressions) {
        this.listener = listener;
        this.suppressions = suppressions;
    }

    /** What was wrong with the input, one sentence each. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Analyses a file or a directory; false where nothing in it could be used. */
    boolean analyze(Path input) {
        try {
            if (Files.isDirectory(input)) {
                analyzeDirectory(input);
            } else if (name(input).endsWith(STD)) {
                analyzeStd(input);
            } else if (Files.exists(input)) {
                analyzeFile(input);
            } else {
                problems.add(input + ": expected a JFR recording or a directory of them, found nothing there");
            }
        } catch (IOException e) {
            problems.add(input + ": cannot be read: " + reason(e));
        }
        return usableChunks > 0;
    }

    private void analyzeFile(Path file) throws IOException {
        InstanceAnalysis analysis = new InstanceAnalysis(name(file), listener, MAX_EVENTS, suppressions);
        readChunks(file, (chunk, position) -> accept(analysis, chunk, file, position));
        analysis.finish();
    }

    private void analyzeStd(Path file) throws IOException {
        if (!Files.exists(file)) {
            problems.add(file + ": expected a trace, found nothing there");
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            StdTrace read = StdTrace.read(reader, MAX_EVENTS);
            InstanceAnalysis.analyze(name(file), read.trace(), read.sites(), listener, suppressions);
            usableChunks++;
        } catch (StdFormatException e) {
            problems.add(file + ": " + e.getMessage());
        }
    }

    private void analyzeDirectory(Path directory) throws IOException {
        List<Path> files = recordingsIn(directory);
        if (files.isEmpty()) {
            problems.add(directory + ": expected recordings (*.jfr), found none");
            return;
        }
        for (List<ChunkPlace> chunks : chunksByInstance(files).values()) {
            InstanceAnalysis analysis =
                    new InstanceAnalysis(chunks.get(0).instance(), listener, MAX_EVENTS, suppressions);
            chunks.sort(Comparator.comparingLong(ChunkPlace::startNanos));
            ChunkPlace last = null;
            for (ChunkPlace place : chunks) {
                if (last == null || last.startNanos() != place.startNanos() || last.size() != place.size()) {
                    accept(analysis, place.read(), place.file(), place.position());
                }
                last = place;
            }
            analysis.finish();
        }
    }

    private static List<Path> recordingsIn(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.jfr")) {
            stream.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    /** The chunks of the files, by the instance that wrote them; a chunk that does not say belongs to the one before it. */
    private Map<String, List<ChunkPlace>> chunksByInstance(List<Path> files) {
        Map<String, List<ChunkPlace>> byInstance = new LinkedHashMap<>();
        for (Path file : files) {
            Identity identity = new Identity(name(file));
            try {
                readChunks(file, (chunk, position) -> {
                    identity.learn(chunk);
                    byInstance
                            .computeIfAbsent(identity.instance, key -> new ArrayList<>())
                            .add(new ChunkPlace(
                                    file, position, chunk.remaining(), identity.instance, identity.startNanos));
                });
            } catch (IOException e) {
                problems.add(file + ": cannot be read: " + reason(e));
            }
        }
        return byInstance;
    }

    private void accept(InstanceAnalysis analysis, ByteBuffer chunk, Path file, long position) {
        try {
            analysis.accept(chunk);
            usableChunks++;
        } catch (UnusableInputException e) {
            problems.add(file + ": the chunk at byte " + position + " is damaged: " + e.getMessage());
        }
    }

    private void readChunks(Path file, ChunkUse use) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            ChunkSplitter splitter = new ChunkSplitter(input, MAX_CHUNK_BYTES);
            long position = 0;
            ByteBuffer chunk = nextChunk(splitter, file);
            if (chunk == null && splitter.position() == 0 && Files.size(file) == 0) {
                problems.add(file + ": expected a JFR recording, found an empty file");
            }
            while (chunk != null) {
                use.use(chunk, position);
                position = splitter.position();
                chunk = nextChunk(splitter, file);
            }
        }
    }

    private @Nullable ByteBuffer nextChunk(ChunkSplitter splitter, Path file) throws IOException {
        try {
            return splitter.next();
        } catch (UnusableInputException e) {
            problems.add(file + ": " + e.getMessage()
                    + (splitter.position() == 0 ? "" : "; what is before it was analysed"));
            return null;
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }

    /** Takes the next chunk of a file. */
    private interface ChunkUse {
        void use(ByteBuffer chunk, long position);
    }

    /** Who wrote the chunks of a file, as far as it has been read. */
    private static final class Identity {
        private String instance;
        private long startNanos = Long.MIN_VALUE;

        Identity(String fileName) {
            instance = fileName;
        }

        /** Learns from a chunk; one that is damaged stays with those before it, and is reported when it is analysed. */
        private void learn(ByteBuffer chunk) {
            try {
                ChunkDecoder decoder = new ChunkDecoder(chunk);
                startNanos = decoder.startNanos();
                String named = decoder.instance();
                instance = named == null ? instance : named;
            } catch (UnusableInputException e) {
                startNanos = startNanos == Long.MIN_VALUE ? startNanos : startNanos + 1;
            }
        }
    }

    /** Where a chunk is. */
    private record ChunkPlace(Path file, long position, int size, String instance, long startNanos) {
        ByteBuffer read() throws IOException {
            ByteBuffer chunk = ByteBuffer.allocate(size);
            try (FileChannel channel = FileChannel.open(file)) {
                while (chunk.hasRemaining() && channel.read(chunk, position + chunk.position()) >= 0) {}
            }
            return chunk.flip();
        }
    }
}

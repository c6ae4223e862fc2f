package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stacks that the agent writes as text: a line of class, method and line number each. Other lines are left out. */
final class StackLines {
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (-?\\d{1,9})");
    private static final int MAX_FRAMES = 2_048;

    private StackLines() {}

    static List<Frame> frames(String text) {
        List<Frame> frames = new ArrayList<>();
        for (String line : text.split("\n", MAX_FRAMES)) {
            Matcher frame = LINE.matcher(line);
            if (frame.matches()) {
                int number = Integer.parseInt(frame.group(3));
                frames.add(new Frame(CodeIdentity.className(frame.group(1)), frame.group(2), Math.max(number, -1)));
            }
        }
        return frames;
    }
}

package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/** A stack, innermost frame first. */
final class StackHtml {
    private StackHtml() {}

    static void write(Html html, List<Frame> stack) {
        html.open("ol", "class", "stack");
        for (Frame frame : stack) {
            html.open("li", "title", frame.className())
                    .element("span", "package", packageOf(frame.className()))
                    .text(Words.shortSite(frame.className(), frame.method(), frame.line()))
                    .close();
        }
        html.close();
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.') + 1);
    }
}

package dev.photofinish.outside;

import java.lang.StackWalker.StackFrame;

/** Where in its bytecode a method is. */
public final class Here {
    private Here() {}

    /** The bytecode index of this call in its caller: it changes with the caller's bytecode. */
    public static int bytecodeIndex() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst())
                .map(StackFrame::getByteCodeIndex)
                .orElseThrow();
    }
}

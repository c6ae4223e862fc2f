package dev.photofinish.idiom;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether a call may be made by two threads instead of one without that anybody notices. Followed through the methods of the
 * same class; of other classes only those are known that answer something new each time. So it is a doubt, and the report says so.
 */
final class Repeatable {
    private static final int DEEPEST = 8;

    private final String owner;
    private final Map<String, MethodCode> methods;

    Repeatable(String owner, Map<String, MethodCode> methods) {
        this.owner = owner;
        this.methods = methods;
    }

    boolean test(Instruction call) {
        return test(call, new HashSet<>(), 0);
    }

    private boolean test(Instruction call, Set<String> asked, int depth) {
        if (answersSomethingNew(call)) {
            return false;
        }
        MethodCode callee = call.owner().equals(owner) ? methods.get(call.name() + call.descriptor()) : null;
        if (callee == null || !asked.add(call.name() + call.descriptor())) {
            return true;
        }
        if (depth > DEEPEST) {
            return false;
        }
        for (int i = 0; i < callee.size(); i++) {
            Instruction instruction = callee.at(i);
            boolean writes = instruction.isWrite() && !callee.method.equals("<init>");
            if (writes || (instruction.isCall() && !test(instruction, asked, depth + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean answersSomethingNew(Instruction call) {
        String type = call.owner();
        return switch (call.name()) {
            case "nanoTime", "currentTimeMillis", "random", "randomUUID", "now" -> true;
            case "next", "poll", "take", "remove", "pop" -> type.startsWith("java/util/");
            case "currentThread" -> type.equals("java/lang/Thread");
            default ->
                type.startsWith("java/util/concurrent/atomic/")
                        || type.startsWith("java/util/concurrent/locks/")
                        || type.endsWith("Random");
        };
    }
}

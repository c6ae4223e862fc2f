package dev.photofinish.weave;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the rows of the rule table into one method of the JDK. */
final class RuleWeaver extends MethodVisitor {
    private final MethodContext context;
    private final List<Rule> rules;
    private final boolean isStatic;
    private final Type[] arguments;
    private final Label bodyStart = new Label();

    RuleWeaver(MethodVisitor next, MethodContext context, List<Rule> rules) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.isStatic = (context.access() & Opcodes.ACC_STATIC) != 0;
        this.arguments = Type.getArgumentTypes(context.descriptor());
        this.rules = rules.stream().filter(this::applies).toList();
    }

    /** Whether the rule fits the method: the table names methods by pattern, overloads without the key are passed over. */
    static boolean applies(Rule rule, int access, String descriptor) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Type result = Type.getReturnType(descriptor);
        boolean outcomeFits =
                switch (rule.action().outcome) {
                    case BOOLEAN -> result.getSort() == Type.BOOLEAN;
                    case OBJECT -> result.getSort() >= Type.ARRAY;
                    case COUNT -> result.getSort() == Type.INT || result.getSort() == Type.LONG;
                    case NONE, THROWABLE -> true;
                };
        return outcomeFits && keyFits(rule.key(), rule.at(), isStatic, arguments, result);
    }

    private boolean applies(Rule rule) {
        return applies(rule, context.access(), context.descriptor());
    }

    private static boolean keyFits(Key key, At at, boolean isStatic, Type[] arguments, Type result) {
        if (key instanceof Key.Argument argument) {
            return argument.index() < arguments.length && arguments[argument.index()].getSort() >= Type.ARRAY;
        }
        if (key instanceof Key.ArgumentOf of) {
            return indexOf(of, arguments) >= 0;
        }
        if (key instanceof Key.Element element) {
            return keyFits(element.element(), at, isStatic, arguments, result)
                    && keyFits(element.collection(), at, isStatic, arguments, result);
        }
        if (key instanceof Key.Pair pair) {
            return keyFits(pair.first(), at, isStatic, arguments, result)
                    && keyFits(pair.second(), at, isStatic, arguments, result);
        }
        if (key instanceof Key.Top) {
            return at != At.RETURN || result.getSort() >= Type.ARRAY;
        }
        return key instanceof Key.UnderTop
                || key instanceof Key.Global
                || key instanceof Key.CurrentThread
                || !isStatic;
    }

    private static int indexOf(Key.ArgumentOf key, Type[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].getInternalName().equals(key.internalName())) {
                return i;
            }
        }
        return -1;
    }

    private boolean has(At at) {
        return rules.stream().anyMatch(rule -> rule.at() == at);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        weave(At.ENTRY);
        if (has(At.THROW)) {
            mv.visitLabel(bodyStart);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            weave(At.RETURN);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        for (Rule rule : rules) {
            if (rule.at() == At.BEFORE_CALL && rule.callee().test(name) && !name.equals("<init>")) {
                weave(rule);
            }
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        for (Rule rule : rules) {
            boolean called = rule.at() == At.AFTER_CALL && rule.callee().test(name);
            if (called
                    && (!usesTop(rule.key()) || Type.getReturnType(descriptor).getSort() >= Type.ARRAY)) {
                weave(rule);
            }
        }
    }

    private static boolean usesTop(Key key) {
        return key instanceof Key.Top || (key instanceof Key.Element element && element.element() instanceof Key.Top);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (has(At.THROW)) {
            Handlers.any(mv, context, bodyStart);
            weave(At.THROW);
            mv.visitInsn(Opcodes.ATHROW);
        }
        super.visitMaxs(Math.max(maxStack, 1) + Probes.EXTRA_STACK, maxLocals);
    }

    private void weave(At at) {
        for (Rule rule : rules) {
            if (rule.at() == at) {
                weave(rule);
            }
        }
    }

    private void weave(Rule rule) {
        Action action = rule.action();
        if (rule.key() instanceof Key.Element element) {
            push(element.element());
            push(element.collection());
            Probes.push(mv, rule.site());
            String probe = action == Action.RELEASE ? "releaseElement" : "acquireElement";
            Probes.call(mv, Probes.SYNC, probe, "(Ljava/lang/Object;Ljava/lang/Object;I)V");
            return;
        }
        String facade = "";
        if (action.outcome == Action.Outcome.COUNT) {
            pushCount();
        } else if (action.outcome != Action.Outcome.NONE) {
            mv.visitInsn(Opcodes.DUP);
        }
        if (rule.key() instanceof Key.Pair pair) {
            push(pair.first());
            push(pair.second());
            Probes.push(mv, rule.site());
            Probes.call(
                    mv,
                    action.owner,
                    action.probe,
                    "(" + action.outcome.descriptor + descriptor(pair.first()) + descriptor(pair.second()) + "I)V");
            return;
        }
        push(rule.key());
        if (action == Action.UNLOCKING) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            facade = "Ljava/lang/Object;";
        }
        if (action == Action.JOINED) {
            Probes.push(mv, rule.space());
            Probes.push(mv, rule.site());
            Probes.call(mv, Probes.SYNC, action.probe, "(Ljava/lang/Thread;II)V");
            return;
        }
        Probes.push(mv, rule.space());
        Probes.push(mv, rule.site());
        Probes.call(
                mv,
                action.owner,
                action.probe,
                "(" + action.outcome.descriptor + "Ljava/lang/Object;" + facade + "II)V");
    }

    private void pushCount() {
        if (Type.getReturnType(context.descriptor()).getSort() == Type.LONG) {
            mv.visitInsn(Opcodes.DUP2);
            mv.visitInsn(Opcodes.L2I);
        } else {
            mv.visitInsn(Opcodes.DUP);
        }
    }

    private static String descriptor(Key key) {
        return key instanceof Key.Field field ? field.descriptor() : "Ljava/lang/Object;";
    }

    private void push(Key key) {
        if (key instanceof Key.This) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        } else if (key instanceof Key.Argument argument) {
            mv.visitVarInsn(Opcodes.ALOAD, slot(argument.index()));
        } else if (key instanceof Key.ArgumentOf of) {
            mv.visitVarInsn(Opcodes.ALOAD, slot(indexOf(of, arguments)));
        } else if (key instanceof Key.Field field) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitFieldInsn(Opcodes.GETFIELD, context.owner(), field.name(), field.descriptor());
        } else if (key instanceof Key.Top) {
            mv.visitInsn(Opcodes.DUP);
        } else if (key instanceof Key.UnderTop) {
            Probes.copyFromUnder(mv, 1);
        } else if (key instanceof Key.CurrentThread) {
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/Thread", "currentThread", "()Ljava/lang/Thread;", false);
        } else if (key instanceof Key.Global) {
            mv.visitInsn(Opcodes.ACONST_NULL);
        } else {
            throw new IllegalArgumentException("a simple key expected, found " + key);
        }
    }

    private int slot(int argument) {
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < argument; i++) {
            slot += arguments[i].getSize();
        }
        return slot;
    }
}

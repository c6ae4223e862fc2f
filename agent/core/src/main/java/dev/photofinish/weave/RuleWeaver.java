package dev.photofinish.weave;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the rows of the rule table into one method of the JDK. */
final class RuleWeaver extends MethodVisitor {
    private static final String INNER_LOCK = "java/util/concurrent/locks/ReentrantLock";

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
        boolean outcomeFits = rule.at().isInside()
                || switch (rule.action().outcome) {
                    case BOOLEAN -> result.getSort() == Type.BOOLEAN;
                    case INT -> result.getSort() == Type.INT;
                    case LONG -> result.getSort() == Type.LONG;
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
        if (key instanceof Key.Index) {
            return !isStatic && arguments.length > 0 && arguments[0].getSort() == Type.INT;
        }
        return key instanceof Key.UnderTop
                || key instanceof Key.Global
                || key instanceof Key.StaticField
                || key instanceof Key.Owner
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
            if (rule.at() == At.BEFORE_CALL
                    && rule.callee().test(name)
                    && !name.equals("<init>")
                    && fitsCall(rule, owner, descriptor)) {
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

    /** Whether what the rule takes from the stack is there: of a lock that is called "next" it is the lock. */
    private static boolean fitsCall(Rule rule, String owner, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (rule.action() == Action.INNER_NEXT) {
            return owner.equals(INNER_LOCK) && arguments.length == 0;
        }
        Type last = arguments.length == 0 ? Type.getObjectType(owner) : arguments[arguments.length - 1];
        if (rule.action().outcome == Action.Outcome.LONG) {
            return last.getSort() == Type.LONG;
        }
        Key key = rule.key() instanceof Key.Element element ? element.element() : rule.key();
        if (key instanceof Key.UnderTop) {
            return arguments.length > 0
                    && last.getSize() == 1
                    && underTop(owner, arguments).getSort() >= Type.ARRAY;
        }
        return !(key instanceof Key.Top) || last.getSort() >= Type.ARRAY;
    }

    private static Type underTop(String owner, Type[] arguments) {
        return arguments.length == 1 ? Type.getObjectType(owner) : arguments[arguments.length - 2];
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        List<Rule> reads = opcode == Opcodes.GETFIELD ? inside(At.AFTER_GET, name, descriptor) : List.of();
        List<Rule> writes = opcode == Opcodes.PUTFIELD ? inside(At.BEFORE_PUT, name, descriptor) : List.of();
        for (Rule rule : writes) {
            Probes.copyFromUnder(mv, 1);
            weaveOwner(rule);
        }
        for (int i = 0; i < reads.size(); i++) {
            mv.visitInsn(Opcodes.DUP);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
        for (Rule rule : reads) {
            mv.visitInsn(Opcodes.SWAP);
            weaveOwner(rule);
        }
    }

    private List<Rule> inside(At at, String field, String descriptor) {
        return Type.getType(descriptor).getSize() > 1
                ? List.of()
                : rules.stream()
                        .filter(rule -> rule.at() == at && rule.callee().test(field))
                        .toList();
    }

    /** With the owner on top of the stack. */
    private void weaveOwner(Rule rule) {
        Probes.push(mv, rule.space());
        Probes.push(mv, rule.site());
        Probes.call(mv, Probes.SYNC, rule.action().probe, "(Ljava/lang/Object;II)V");
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
        if (action.outcome == Action.Outcome.COUNT) {
            pushCount();
        } else if (action.outcome != Action.Outcome.NONE) {
            mv.visitInsn(action.outcome == Action.Outcome.LONG ? Opcodes.DUP2 : Opcodes.DUP);
        }
        if (rule.key() instanceof Key.Pair pair) {
            pair(rule, pair);
        } else if (rule.key() instanceof Key.Element element) {
            push(element.element());
            push(element.collection());
            boolean exchange = action == Action.OFFERING || action == Action.EXCHANGED;
            part(rule, exchange ? action.probe : named(action, "Element"), "Ljava/lang/Object;Ljava/lang/Object;");
        } else if (rule.key() instanceof Key.Index) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitVarInsn(Opcodes.ILOAD, 1);
            part(rule, named(action, "Index"), "Ljava/lang/Object;I");
        } else if (action == Action.FROZE) {
            Probes.push(mv, rule.site());
            Probes.call(mv, action.owner, action.probe, "(I)V");
        } else if (action == Action.ARRIVING) {
            push(rule.key());
            part(rule, action.probe, "Ljava/lang/Object;");
        } else if (action == Action.ADVANCED) {
            pushFirstIntOr(-1);
            push(rule.key());
            part(rule, action.probe, "ILjava/lang/Object;");
        } else {
            whole(rule);
        }
    }

    private void pair(Rule rule, Key.Pair pair) {
        push(pair.first());
        push(pair.second());
        Probes.push(mv, rule.site());
        String keys = descriptor(pair.first()) + descriptor(pair.second());
        Action action = rule.action();
        Probes.call(mv, action.owner, action.probe, "(" + action.outcome.descriptor + keys + "I)V");
    }

    /** What the caller of the method waits for: the phase, or how many permits. */
    private void pushFirstIntOr(int otherwise) {
        if (arguments.length > 0 && arguments[0].getSort() == Type.INT) {
            mv.visitVarInsn(Opcodes.ILOAD, slot(0));
        } else {
            Probes.push(mv, otherwise);
        }
    }

    /** {@code acquireIfTrue} and {@code Element} make {@code acquireElementIfTrue}. */
    private static String named(Action action, String part) {
        int condition = action.probe.indexOf("If");
        return condition < 0
                ? action.probe + part
                : action.probe.substring(0, condition) + part + action.probe.substring(condition);
    }

    private void part(Rule rule, String probe, String key) {
        Probes.push(mv, rule.site());
        Probes.call(mv, Probes.ELEMENT, probe, "(" + rule.action().outcome.descriptor + key + "I)V");
    }

    private void whole(Rule rule) {
        Action action = rule.action();
        String key = action == Action.JOINED ? "Ljava/lang/Thread;" : "Ljava/lang/Object;";
        if (action == Action.ASK_FOR_PERMITS) {
            pushFirstIntOr(1);
            key = "I" + key;
        }
        push(rule.key());
        if (action == Action.UNLOCKING) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            key += "Ljava/lang/Object;";
        }
        Probes.push(mv, rule.space());
        Probes.push(mv, rule.site());
        Probes.call(mv, action.owner, action.probe, "(" + action.outcome.descriptor + key + "II)V");
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
        return key instanceof Key.Field field ? field.passed() : "Ljava/lang/Object;";
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
        } else if (key instanceof Key.StaticField field) {
            mv.visitFieldInsn(Opcodes.GETSTATIC, context.owner(), field.name(), field.descriptor());
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

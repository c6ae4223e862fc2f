package dev.photofinish.conformance;

import java.lang.reflect.Constructor;

/** Runs the programs named by its arguments, one after the other, in the main thread. */
public final class Main {
    private Main() {}

    /** Ends with 0 when every program did what it says, with 3 after the first that did not. */
    public static void main(String[] args) throws ReflectiveOperationException {
        for (String name : args) {
            System.out.println("program " + name);
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            try {
                ((Program) constructor.newInstance()).run();
            } catch (Exception | AssertionError e) {
                System.err.println("program " + name + " failed");
                e.printStackTrace();
                System.exit(3);
            }
        }
        System.out.println("done " + args.length);
    }
}

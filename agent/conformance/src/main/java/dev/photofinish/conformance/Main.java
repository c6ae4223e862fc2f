package dev.photofinish.conformance;

import dev.photofinish.outside.Jitter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs the programs named by its arguments, one after the other, in the main thread; in another order per seed. */
public final class Main {
    private Main() {}

    /** Ends with 0 when every program did what it says, with 3 after the first that did not. */
    public static void main(String[] args) throws ReflectiveOperationException {
        List<String> names = new ArrayList<>(List.of(args));
        if (Jitter.seed() != 0) {
            Collections.shuffle(names, new Random(Jitter.seed()));
        }
        for (String name : names) {
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

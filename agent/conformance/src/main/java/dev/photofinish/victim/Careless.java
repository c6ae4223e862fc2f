package dev.photofinish.victim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A program with a class that is loaded, and would not pass verification if it were used.
 *
 * <p>It answers commands on standard input, one line each: {@code race} (two threads write one field without a lock and
 * another with one, once), {@code use} (uses the class and answers what came of it), {@code quit}.
 */
public final class Careless {
    private int raced; // the race: two threads, no lock
    private int guarded; // guarded by this

    private Careless() {}

    /** Loads the class of that name and prints {@code ready}. */
    public static void main(String[] args) throws IOException, InterruptedException, ClassNotFoundException {
        Class<?> bad = Class.forName(args[0], false, Careless.class.getClassLoader());
        Careless careless = new Careless();
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            switch (line) {
                case "race" -> System.out.println(careless.race());
                case "use" -> System.out.println(use(bad));
                default -> System.out.println("unknown command " + line);
            }
        }
    }

    private static String use(Class<?> bad) throws ClassNotFoundException {
        try {
            return Class.forName(bad.getName(), true, bad.getClassLoader()).getName();
        } catch (VerifyError e) {
            return e.getClass().getName();
        }
    }

    private int race() throws InterruptedException {
        Thread one = new Thread(this::writeBoth, "writer-1");
        Thread other = new Thread(this::writeBoth, "writer-2");
        one.start();
        other.start();
        one.join();
        other.join();
        return raced == 0 ? 0 : guarded;
    }

    private void writeBoth() {
        raced = System.identityHashCode(Thread.currentThread());
        synchronized (this) {
            guarded++;
        }
    }
}

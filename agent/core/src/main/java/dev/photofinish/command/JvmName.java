package dev.photofinish.command;

import java.util.Set;

/** What a JVM runs, where it does not tell by itself: main class, module or jar, by the words that it was started with. */
final class JvmName {
    private static final Set<String> BEFORE_A_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--enable-native-access");
    private static final Set<String> BEFORE_THE_NAME = Set.of("-jar", "-m", "--module");

    private JvmName() {}

    /** The name; empty where none is among the arguments. */
    static String in(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (BEFORE_A_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
                return argument;
            } else if (BEFORE_THE_NAME.contains(argument)) {
                return i + 1 < arguments.length ? arguments[i + 1] : "";
            }
        }
        return "";
    }
}

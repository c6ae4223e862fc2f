package dev.photofinish.demo;

/**
 * What the command line says.
 *
 * @param port port on loopback, 0 for any free one
 * @param visitsPerSecond customers' visits to start each second, 0 for no load
 */
record DemoOptions(int port, int visitsPerSecond) {
    private static final int DEFAULT_VISITS_PER_SECOND = 60;
    private static final int MAX_VISITS_PER_SECOND = 1_000;

    /** Parses {@code port=N} and {@code load=N}. */
    static DemoOptions parse(String... arguments) {
        int port = 0;
        int visitsPerSecond = DEFAULT_VISITS_PER_SECOND;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? "" : argument.substring(equals + 1);
            switch (key) {
                case "port" -> port = number(key, value, 65_535);
                case "load" -> visitsPerSecond = number(key, value, MAX_VISITS_PER_SECOND);
                default ->
                    throw new IllegalArgumentException("unknown option '" + key + "': expected port=N or load=N");
            }
        }
        return new DemoOptions(port, visitsPerSecond);
    }

    private static int number(String key, String value, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected(key, value, max), e);
        }
        throw new IllegalArgumentException(expected(key, value, max));
    }

    private static String expected(String key, String value, int max) {
        return key + ": expected a number from 0 to " + max + ", found '" + value + "'";
    }
}

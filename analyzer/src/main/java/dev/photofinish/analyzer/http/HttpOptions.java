package dev.photofinish.analyzer.http;

/**
 * Where to listen, and who may do what.
 *
 * @param host name or address to listen on
 * @param port 0 lets the system choose
 * @param tokens empty means: whoever can reach this address may
 */
public record HttpOptions(String host, int port, Tokens tokens) {
    /** One secret for each right; an empty one grants the right to everybody. */
    public record Tokens(String ingest, String read, String control) {
        /** No secrets: for loopback. */
        public static final Tokens NONE = new Tokens("", "", "");

        String of(Right right) {
            return switch (right) {
                case PUBLIC -> "";
                case INGEST -> ingest;
                case READ -> read;
                case CONTROL -> control;
            };
        }

        @Override
        public String toString() {
            return "Tokens[not shown]";
        }
    }
}

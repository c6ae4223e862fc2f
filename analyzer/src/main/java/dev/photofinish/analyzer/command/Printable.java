package dev.photofinish.analyzer.command;

/** Text for a terminal: names come from the input, and no input shall move the cursor. */
final class Printable {
    private Printable() {}

    /** The text with a question mark for each control character. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.toString();
    }
}

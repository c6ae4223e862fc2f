package dev.photofinish.weave;

/** The methods of a rule as a reader of a report would write them: {@code set or getAnd… or …compareAndSet}. */
final class RuleLabel {
    private static final String ANY = "any method";

    private RuleLabel() {}

    /** @param pattern a regular expression for names and descriptors joined, as the rule table has them */
    static String of(String pattern) {
        String names = pattern.replaceAll("\\\\\\(.*", "")
                .replaceAll("\\(\\?![^)]*\\)", "")
                .replaceAll("(\\\\w|\\[\\\\w\\$]|\\.)[*+]", "…")
                .replaceAll("\\[([a-z])[A-Z]]", "$1");
        StringBuilder label = new StringBuilder();
        int depth = 0;
        int outermost = isOneGroup(names) ? 1 : 0;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            switch (c) {
                case '(' -> {
                    if (++depth > outermost) {
                        label.append(optional(names, i) ? "[" : "(");
                    }
                }
                case ')' -> {
                    boolean optional = i + 1 < names.length() && names.charAt(i + 1) == '?';
                    if (depth-- > outermost) {
                        label.append(optional ? "]" : ")");
                    }
                    i += optional ? 1 : 0;
                }
                case '|' -> label.append(depth > outermost ? "|" : " or ");
                default -> label.append(c);
            }
        }
        return label.toString().replace("…", "").isEmpty() ? ANY : label.toString();
    }

    /** Whether the parenthesis at the beginning ends with the pattern, or is never closed where descriptors were cut off. */
    private static boolean isOneGroup(String names) {
        return names.startsWith("(") && endOf(names, 0) >= names.length() - 1;
    }

    private static boolean optional(String names, int begin) {
        int end = endOf(names, begin);
        return end + 1 < names.length() && names.charAt(end + 1) == '?';
    }

    private static int endOf(String names, int begin) {
        int depth = 0;
        for (int i = begin; i < names.length(); i++) {
            char c = names.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return names.length();
    }
}

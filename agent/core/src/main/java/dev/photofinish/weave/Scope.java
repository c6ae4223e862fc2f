package dev.photofinish.weave;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which classes' fields are watched, by the include and exclude patterns of the options.
 *
 * <p>{@code *} stands for any part of one name, {@code **} for any number of packages too.
 */
public final class Scope {
    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    /** Patterns over binary names, as {@code com.acme.**}. */
    public Scope(List<String> includes, List<String> excludes) {
        this.includes = compile(includes);
        this.excludes = compile(excludes);
    }

    /** Whether the fields that the class declares are watched. */
    public boolean includes(String internalName) {
        String name = internalName.replace('/', '.');
        return matches(includes, name) && !matches(excludes, name);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    private static List<Pattern> compile(List<String> globs) {
        return globs.stream().map(Scope::compile).toList();
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c != '*') {
                regex.append(Pattern.quote(String.valueOf(c)));
            } else if (i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else {
                regex.append("[^.]*");
            }
        }
        return Pattern.compile(regex.toString());
    }
}

package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.trace.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The third part of a line: {@code pkg.Class.method:line} where we wrote it, any word where somebody else did. */
final class Location {
    private static final Pattern PLACE = Pattern.compile("(.+)\\.([^.:]+?)(?::(\\d{1,9}))?");

    private Location() {}

    /** The site of an access; a location of another form is its method, of a class without a name. */
    static Site site(int id, String location, String field, String kind) {
        Matcher matcher = PLACE.matcher(location);
        if (!matcher.matches()) {
            return new Site(id, "", location, "", -1, field, kind);
        }
        String line = matcher.group(3);
        return new Site(
                id, matcher.group(1), matcher.group(2), "", line == null ? -1 : Integer.parseInt(line), field, kind);
    }

    /** The place of a site without the characters that separate the parts of a line. */
    static String of(Site site) {
        String place = word(site.place());
        return site.className().isEmpty() ? place.substring(1) : place;
    }

    /** The text as one word of a line. */
    static String word(String text) {
        StringBuilder word = new StringBuilder(text.length());
        text.chars()
                .forEach(c ->
                        word.append(c == '|' || c == '(' || c == ')' || Character.isWhitespace(c) ? '_' : (char) c));
        return word.toString();
    }
}

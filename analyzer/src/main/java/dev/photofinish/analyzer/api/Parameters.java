package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.http.HttpRefusedException;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a request; whatever is wrong with it becomes a 400 that names the parameter. */
final class Parameters {
    private static final int SHOWN_CHARS = 60;

    private final Context context;

    /** With the names that may occur. */
    Parameters(Context context, String... known) {
        this.context = context;
        Set<String> names = Set.of(known);
        for (String name : context.queryParamMap().keySet()) {
            if (!names.contains(name)) {
                throw new HttpRefusedException(
                        400,
                        "unknown parameter " + shown(name) + ": expected one of "
                                + Arrays.stream(known).sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    @Nullable
    String text(String name) {
        String value = context.queryParam(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** One of the constants of a closed set, by its lower-case name. */
    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (label(constant).equals(value)) {
                return constant;
            }
        }
        String expected =
                Arrays.stream(type.getEnumConstants()).map(Parameters::label).collect(Collectors.joining(", "));
        throw new HttpRefusedException(
                400, "parameter " + name + ": expected one of " + expected + ", found " + shown(value));
    }

    int number(String name, int min, int max, int absent) {
        String value = text(name);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(name, min, max, value);
        }
        throw notANumber(name, min, max, value);
    }

    private static HttpRefusedException notANumber(String name, int min, int max, String value) {
        return new HttpRefusedException(
                400,
                "parameter " + name + ": expected a number from " + min + " to " + max + ", found " + shown(value));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(String value) {
        String printable = value.replaceAll("[^\\p{Print}]", "?");
        return '"' + (printable.length() <= SHOWN_CHARS ? printable : printable.substring(0, SHOWN_CHARS) + "…") + '"';
    }
}

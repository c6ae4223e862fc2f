package dev.photofinish.analyzer.command;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option that is one of a few words; the words are how the values print. */
final class ChoiceConverter<T> implements ITypeConverter<T> {
    private final List<T> choices;

    ChoiceConverter(T[] choices) {
        this.choices = List.of(choices);
    }

    @Override
    public T convert(String value) {
        return choices.stream()
                .filter(choice -> choice.toString().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("expected one of " + choices + ", found '" + value + "'"));
    }
}

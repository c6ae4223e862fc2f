package dev.photofinish.known;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * Two threads read an enum by what {@code toString} says (issue 3768). They read it from a node, not from text: when a
 * parser of text is closed it merges its symbol table into the factory's, which orders it before the next parser.
 */
final class JacksonDatabind implements Driver {
    private final ObjectReader reader =
            new ObjectMapper().readerFor(Answer.class).with(DeserializationFeature.READ_ENUMS_USING_TO_STRING);

    @Override
    public void first() throws IOException {
        reader.readValue(TextNode.valueOf("YES"));
    }

    @Override
    public void second() throws IOException {
        reader.readValue(TextNode.valueOf("NO"));
    }

    /** What is read; its deserializer is what they share. */
    enum Answer {
        YES,
        NO
    }
}

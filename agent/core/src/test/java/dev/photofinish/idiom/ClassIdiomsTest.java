package dev.photofinish.idiom;

import static dev.photofinish.site.Shape.COUNT;
import static dev.photofinish.site.Shape.LAZY_DOUBLE_READ;
import static dev.photofinish.site.Shape.LAZY_SINGLE_READ;
import static dev.photofinish.site.Shape.OTHER;
import static dev.photofinish.site.Shape.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.site.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

class ClassIdiomsTest {
    private final ClassIdioms idioms = read();

    @Test
    void lazyHash_withALoopInTheComputation_isASingleRead() {
        assertThat(shapes("hash")).containsExactly(LAZY_SINGLE_READ, LAZY_SINGLE_READ);
    }

    @Test
    void lazyString_isASingleRead() {
        assertThat(shapes("text")).containsOnly(LAZY_SINGLE_READ);
    }

    @Test
    void lazyEnumWhoseConstantsHaveBodies_isASingleRead() {
        assertThat(shapes("level")).containsOnly(LAZY_SINGLE_READ);
    }

    @Test
    void lazyRecord_returnedEarly_isASingleRead() {
        assertThat(shapes("range")).containsOnly(LAZY_SINGLE_READ);
    }

    @Test
    void lazyLock_isNone_becauseTwoThreadsWouldHaveTwo() {
        assertThat(shapes("mutex")).containsOnly(OTHER);
    }

    @Test
    void lazyArray_isNone_becauseItsElementsAreNotPublished() {
        assertThat(shapes("table")).containsOnly(OTHER);
    }

    @Test
    void lazyLong_isNone_becauseItMayTear() {
        assertThat(shapes("wide")).containsOnly(OTHER);
    }

    @Test
    void flagThatSomethingIsReady_isNone() {
        assertThat(shapes("prepare")).containsOnly(OTHER);
    }

    @Test
    void lazyNumberFromASequence_isNone_becauseTwoThreadsWouldHaveTwo() {
        assertThat(shapes("id")).containsOnly(OTHER);
    }

    @Test
    void secondReadForTheResult_isADoubleRead() {
        assertThat(shapes("twice")).containsExactly(LAZY_DOUBLE_READ, LAZY_DOUBLE_READ, LAZY_DOUBLE_READ);
    }

    @Test
    void readInALoop_isNone() {
        assertThat(shapes("untilFilled")).containsOnly(OTHER);
    }

    @Test
    void increments_count_exceptOfLongs() {
        assertThat(shapes("hit")).containsExactly(COUNT, COUNT, OTHER, OTHER, COUNT, COUNT, OTHER, COUNT, COUNT);
    }

    @Test
    void getterAndText_report() {
        assertThat(shapes("hits")).containsExactly(REPORT);
        assertThat(shapes("describe").get(0)).isEqualTo(REPORT);
    }

    @Test
    void incrementWhoseSumIsUsed_andDecision_areNone() {
        assertThat(shapes("ticket")).containsOnly(OTHER);
        assertThat(shapes("full")).containsOnly(OTHER);
    }

    private List<Shape> shapes(String method) {
        String descriptor = Arrays.stream(Idioms.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .map(Type::getMethodDescriptor)
                .findFirst()
                .orElseThrow();
        return idioms.shapes(method, descriptor);
    }

    private static ClassIdioms read() {
        try {
            return ClassIdioms.of(
                    Objects.requireNonNull(Idioms.class.getClassLoader()), new ClassReader(Idioms.class.getName()));
        } catch (IOException e) {
            throw new IllegalStateException("no class file of " + Idioms.class, e);
        }
    }
}

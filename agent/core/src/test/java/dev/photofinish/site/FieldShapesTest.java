package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldShapesTest {
    private final FieldShapes shapes = new FieldShapes();

    @Test
    void lazyField_thatAnotherPlaceResets_isNotConfirmed() {
        shapes.add(Shape.LAZY_SINGLE_READ, true);
        shapes.add(Shape.INITIAL, true);
        shapes.add(Shape.OTHER, false);
        assertThat(shapes.confirmed(Shape.LAZY_SINGLE_READ)).isEqualTo(Shape.LAZY_SINGLE_READ);
        shapes.add(Shape.OTHER, true);
        assertThat(shapes.confirmed(Shape.LAZY_SINGLE_READ)).isEqualTo(Shape.OTHER);
    }

    @Test
    void counter_thatAnotherPlaceDecidesBy_isNotConfirmed() {
        shapes.add(Shape.REPORT, false);
        assertThat(shapes.confirmed(Shape.REPORT)).isEqualTo(Shape.OTHER);
        shapes.add(Shape.COUNT, true);
        assertThat(shapes.confirmed(Shape.REPORT)).isEqualTo(Shape.REPORT);
        shapes.add(Shape.OTHER, false);
        assertThat(shapes.confirmed(Shape.COUNT)).isEqualTo(Shape.OTHER);
    }

    @Test
    void doubleRead_isAMistakeWhateverOthersDo() {
        shapes.add(Shape.OTHER, true);
        assertThat(shapes.confirmed(Shape.LAZY_DOUBLE_READ)).isEqualTo(Shape.LAZY_DOUBLE_READ);
    }
}

package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class VolatileReadersTest {
    private static final int ASKED = 7;
    private static final int OTHER = 8;
    private static final String OWNER = Owner.class.getName();
    private static final VolatileFields FIELD = new VolatileFields(new int[] {ASKED}, new String[] {OWNER}, false);
    private static final VolatileFields STATIC = new VolatileFields(new int[] {ASKED}, new String[] {OWNER}, true);

    private final VolatileReaders readers = new VolatileReaders(new int[] {OTHER, ASKED});

    static class Owner {}

    static class Derived extends Owner {}

    @Test
    void fieldThatNobodyReads_hasNoReader() {
        assertThat(readers.otherThan(1, FIELD)).isFalse();
        readers.note(2, new Owner(), Space.field(OTHER));
        assertThat(readers.otherThan(1, FIELD)).isFalse();
    }

    @Test
    void ownReads_doNotCount() {
        readers.note(1, new Owner(), Space.field(ASKED));
        assertThat(readers.otherThan(1, FIELD)).isFalse();
        assertThat(readers.otherThan(2, FIELD)).isTrue();
        assertThat(readers.otherThan(0, FIELD))
                .as("of a thread that met no probe")
                .isTrue();
    }

    @Test
    void secondReader_countsForTheFirst() {
        readers.note(1, new Owner(), Space.field(ASKED));
        readers.note(2, new Owner(), Space.field(ASKED));
        readers.note(1, new Owner(), Space.field(ASKED));
        assertThat(readers.otherThan(1, FIELD)).isTrue();
        assertThat(readers.otherThan(2, FIELD)).isTrue();
    }

    @Test
    void fieldThatWasNotAskedAbout_mayHaveReaders() {
        assertThat(readers.otherThan(1, new VolatileFields(new int[] {9}, new String[] {OWNER}, false)))
                .isTrue();
        assertThat(new VolatileReaders(new int[0]).otherThan(1, FIELD)).isTrue();
    }

    @Test
    void handle_readsTheFieldsOfItsObject() {
        readers.note(2, new Object(), Space.DIRECT);
        assertThat(readers.otherThan(1, FIELD)).isFalse();
        readers.note(2, new Derived(), Space.DIRECT);
        assertThat(readers.otherThan(1, FIELD)).isTrue();
        assertThat(readers.otherThan(2, FIELD)).isFalse();
    }

    @Test
    void handleOfNoObject_readsStaticFields() {
        readers.note(2, null, Space.DIRECT);
        assertThat(readers.otherThan(1, FIELD)).isFalse();
        assertThat(readers.otherThan(1, STATIC)).isTrue();
    }

    @Test
    void handlesOfMoreClassesThanAreToldApart_mayReadAnything() {
        Object array = new Object[0];
        for (int i = 0; i < 64; i++) {
            readers.note(2, array, Space.DIRECT);
            array = Array.newInstance(array.getClass(), 0);
        }
        assertThat(readers.otherThan(1, FIELD)).isFalse();
        readers.note(
                2,
                Proxy.newProxyInstance(
                        Owner.class.getClassLoader(), new Class<?>[] {Runnable.class}, (p, m, a) -> null),
                Space.DIRECT);
        assertThat(readers.otherThan(1, FIELD)).isTrue();
    }
}

package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Stack;
import org.junit.jupiter.api.Test;

class TouchedTest {
    private static final int FIELD = 7;
    private static final int STATIC = 8;
    private static final String OWNER = Owner.class.getName();

    private final UnseenWays ways = new UnseenWays(
            new int[] {FIELD, STATIC}, new String[] {OWNER, OWNER}, new boolean[] {false, true}, new String[] {
                "java.util.List", "java.util.Vector"
            });
    private final Touched touched = new Touched(ways);

    static class Owner {}

    static class Derived extends Owner {}

    @Test
    void readOfAField_isOfThatFieldAlone() {
        touched.read(new Owner(), Space.field(FIELD + 2));
        assertThat(touched.any(-1)).isFalse();
        touched.read(new Owner(), Space.field(FIELD));
        assertThat(touched.any(ways.field(FIELD))).isTrue();
        assertThat(touched.any(ways.field(STATIC))).isFalse();
    }

    @Test
    void handle_mayReadTheFieldsOfItsObject_butNoStaticOnes() {
        touched.read(new Object(), Space.DIRECT);
        assertThat(touched.any(-1)).isFalse();
        touched.read(new Derived(), Space.DIRECT);
        assertThat(touched.any(ways.field(FIELD))).isTrue();
        assertThat(touched.any(ways.field(STATIC))).isFalse();
    }

    @Test
    void handleOfNoObject_mayReadStaticFields() {
        touched.read(null, Space.DIRECT);
        assertThat(touched.any(ways.field(STATIC))).isTrue();
        assertThat(touched.any(ways.field(FIELD))).isFalse();
    }

    @Test
    @SuppressWarnings("JdkObsolete") // a class that extends one of the JDK
    void monitor_isOfEveryTypeOfItsObject() {
        touched.monitor(new Owner());
        assertThat(touched.any(-1)).isFalse();
        touched.monitor(new ArrayList<>());
        assertThat(touched.any(ways.monitor("java.util.List"))).isTrue();
        assertThat(touched.any(ways.monitor("java.util.Vector"))).isFalse();
        touched.monitor(new Stack<>());
        assertThat(touched.any(ways.monitor("java.util.Vector"))).isTrue();
    }

    @Test
    void monitorOfAnything_isThatOfAnyObject() {
        UnseenWays any = new UnseenWays(new int[0], new String[0], new boolean[0], new String[] {"java.lang.Object"});
        for (Object monitor : List.of(new Object(), new int[0], Owner.class, "text")) {
            Touched one = new Touched(any);
            one.monitor(monitor);
            assertThat(one.any(any.monitor("java.lang.Object")))
                    .as(monitor.toString())
                    .isTrue();
        }
    }

    @Test
    void wayThatWasNotAskedAbout_hasNoBit() {
        assertThat(ways.field(9)).isZero();
        assertThat(ways.monitor("java.util.Set")).isZero();
        assertThat(UnseenWays.NONE.isEmpty()).isTrue();
    }

    @Test
    void waysBeyondTheBits_shareTheLast() {
        int[] fields = new int[70];
        Arrays.setAll(fields, i -> i + 1);
        String[] owners = new String[70];
        Arrays.fill(owners, OWNER);
        UnseenWays many = new UnseenWays(fields, owners, new boolean[70], new String[] {"java.util.List"});
        Touched one = new Touched(many);
        one.read(new Owner(), Space.field(65));
        assertThat(one.any(many.field(70))).isTrue();
        assertThat(one.any(many.monitor("java.util.List"))).isTrue();
        assertThat(one.any(many.field(1))).isFalse();
    }
}

package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InitializedNamesTest {
    private static class Base {
        static int value = Integer.parseInt("1");
    }

    private static final class Other extends Base {
        static int own = Integer.parseInt("2");
    }

    @SuppressWarnings("unused")
    private static final class User {
        static int own() {
            return Other.own;
        }

        static int inherited() {
            return Other.value;
        }
    }

    private int checks(Set<Class<?>> initialized, String method, String probe) throws IOException {
        InitializedNames names = new InitializedNames(initialized::contains);
        names.refresh(User.class.getClassLoader(), new Class<?>[] {User.class, Other.class, Base.class, User[].class});
        return Weaving.calls(Weaving.weaver(names), User.class, Probes.CLASS_INIT, probe)
                .getOrDefault(method, -1);
    }

    @Test
    void classesThatAreNotInitialized_areChecked() throws IOException {
        assertThat(checks(Set.of(), "own", "checked")).isEqualTo(2);
        assertThat(checks(Set.of(Other.class), "own", "checked")).isEqualTo(1);
        assertThat(checks(Set.of(User.class), "own", "checked")).isEqualTo(1);
    }

    @Test
    void classesThatAreInitialized_areNotChecked() throws IOException {
        assertThat(checks(Set.of(User.class, Other.class), "own", "checked")).isZero();
    }

    /** The class that declares it is initialized with the class that is named, but an interface would not be. */
    @Test
    void inheritedFields_areChecked() throws IOException {
        assertThat(checks(Set.of(User.class, Other.class), "inherited", "checkedInherited"))
                .isEqualTo(1);
    }

    @Test
    void whatAnotherLoaderNames_isNotTakenForIt() throws IOException {
        InitializedNames names = new InitializedNames(type -> true);
        names.refresh(new ClassLoader(null) {}, new Class<?>[] {User.class, Other.class});
        assertThat(Weaving.calls(Weaving.weaver(names), User.class, Probes.CLASS_INIT, "checked"))
                .containsEntry("own", 2);
    }
}

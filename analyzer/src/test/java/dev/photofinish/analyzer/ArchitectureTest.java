package dev.photofinish.analyzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the module, as STYLE asks for it. */
class ArchitectureTest {
    private static final String ROOT = "dev.photofinish.analyzer.";
    private static final String[] CORE = {
        ROOT + "finding",
        ROOT + "clock",
        ROOT + "trace",
        ROOT + "order",
        ROOT + "race",
        ROOT + "contention",
        ROOT + "lockorder"
    };
    private static final String[] ALLOWED_IN_CORE = {
        "java.lang..", "java.util..", "java.nio.charset", "java.security", "org.jspecify.."
    };

    private static final JavaClasses ANALYZER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.photofinish.analyzer");

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(ANALYZER);
    }

    @Test
    void core_importsNoEdge() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(CORE, ALLOWED_IN_CORE).flatMap(Stream::of).toArray(String[]::new))
                .check(ANALYZER);
    }

    @Test
    void core_readsNoClockAndNoEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.util.concurrent..")
                .check(ANALYZER);
    }

    @Test
    void jdksOwnReader_isUsedByTestsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.jfr..")
                .check(ANALYZER);
    }
}

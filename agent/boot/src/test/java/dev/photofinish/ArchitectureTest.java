package dev.photofinish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses BOOT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.photofinish");

    @Test
    void boot_dependsOnTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jdk.jfr..",
                        "jdk.internal.vm.annotation", // hints to the compilers, never loaded
                        "org.jspecify.annotations..",
                        "dev.photofinish.event..",
                        "dev.photofinish.shadow..",
                        "dev.photofinish.window..",
                        "dev.photofinish.probe..")
                .check(BOOT);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("dev.photofinish.(*)..").should().beFreeOfCycles().check(BOOT);
    }

    @Test
    void probesAndShadow_useNoClassThatIsWoven() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.photofinish.shadow..", "dev.photofinish.probe..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent.atomic..", "java.util.stream..", "java.util.logging..")
                .check(BOOT);
    }
}

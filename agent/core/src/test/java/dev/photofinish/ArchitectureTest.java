package dev.photofinish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "dev.photofinish.agent",
                    "dev.photofinish.deadlock",
                    "dev.photofinish.weave",
                    "dev.photofinish.site",
                    "dev.photofinish.schedule",
                    "dev.photofinish.govern",
                    "dev.photofinish.transport",
                    "dev.photofinish.command");

    @Test
    void packages_haveNoCycles() {
        slices().matching("dev.photofinish.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyTheCommand_usesTheAttachApiAndPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.photofinish.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.tools.attach..", "picocli..")
                .check(CORE);
    }

    @Test
    void onlyWeaveAndSite_useAsm() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.photofinish.weave..", "dev.photofinish.site..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..")
                .check(CORE);
    }
}

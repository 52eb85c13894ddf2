package dev.benchlight.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import dev.benchlight.app.demo.Demo;
import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.application.Platform;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What may know what. CONTRIBUTING.md says why.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("dev.benchlight");

    private static final String[] WITH_JAVAFX = {
        "dev.benchlight.app.ui..", "dev.benchlight.render.."
    };

    private static void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void javafxStaysInTheWindowAndTheRenderers() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(WITH_JAVAFX)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..", "org.fxmisc..", "atlantafx..", "org.kordamp.."));
    }

    @Test
    void onlyTheBatcherCrossesToTheFxThread() {
        holds(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(FxBatcher.class.getName())
                        .should()
                        .callMethod(Platform.class, "runLater", Runnable.class));
    }

    @Test
    void nothingShowsHtml() {
        holds(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene.web..", "javax.swing.text.html.."));
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : new String[] {"trace", "mcp", "llm", "render", "app"}) {
            slices().matching("dev.benchlight." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
        slices().matching("dev.benchlight.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void renderersKnowNoOtherModule() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("dev.benchlight.render..")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.benchlight..")
                                        .and(not(resideInAPackage("dev.benchlight.render..")))));
    }

    @Test
    void theEngineKnowsNeitherPlaygroundNorProgram() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.benchlight.mcp..", "dev.benchlight.trace..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.benchlight.llm..", "dev.benchlight.app.."));
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("dev.benchlight.llm..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.benchlight.app.."));
    }

    @Test
    void headlessPackagesDoNotKnowTheWindow() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("dev.benchlight.app..")
                        .and()
                        .resideOutsideOfPackages("dev.benchlight.app.ui..", "dev.benchlight.app")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.benchlight.app.ui.."));
    }

    @Test
    void onlyTheCommandLineAndTheStartTouchStandardOutput() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.benchlight.app",
                                "dev.benchlight.app.cli..",
                                Demo.class.getPackageName())
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
    }

    @Test
    void onlyTheDemoServerUsesTheSdk() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(Demo.class.getPackageName())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.modelcontextprotocol..", "org.eclipse.jetty.."));
    }

    @Test
    void onlyTheListenerOfALoginAndTheDemoOpenAPort() {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(Demo.class.getPackageName())
                        .and()
                        .haveNameNotMatching(
                                "dev\\.benchlight\\.mcp\\.auth\\.RedirectListener(\\$.*)?")
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("com.sun.net.httpserver..")
                                        .or(
                                                nameMatching(
                                                        "java\\..*\\.(Asynchronous)?ServerSocket"
                                                                + "(Channel|Factory)?"))
                                        .or(nameMatching("javax\\..*ServerSocketFactory"))));
    }

    @Test
    void nothingStaticIsMutable() {
        holds(
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .areNotEnums()
                        .should()
                        .haveModifier(JavaModifier.FINAL));
    }

    @Test
    void everyPackageIsNullMarked() {
        holds(
                classes()
                        .that()
                        .haveSimpleName("package-info")
                        .should()
                        .beAnnotatedWith(NullMarked.class));
        for (var javaPackage : CLASSES.getDefaultPackage().getSubpackagesInTree()) {
            if (!javaPackage.getClasses().isEmpty()
                    && javaPackage.getName().startsWith("dev.benchlight.")
                    && !javaPackage.isAnnotatedWith(NullMarked.class)) {
                throw new AssertionError(javaPackage.getName() + " has no @NullMarked");
            }
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)"));
    }
}

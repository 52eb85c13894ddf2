package dev.benchlight.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class NameLintTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0435cho", // Cyrillic e
                "g\u03bft", // Greek o
                "\u0430\u0441\u0435", // all Cyrillic, reads "ace"
                "\uff45cho", // full width e
                "re\u0251d", // Latin alpha
                "\u13aadd" // Cherokee A
            })
    void namesThatImitateOthersAreFound(String name) {
        assertThat(Looked.codes(Looked.tool(name, "Works."))).containsExactly("look-alike-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u043f\u043e\u0438\u0441\u043a", // a Russian word
                "\u691c\u7d22", // a Japanese word
                "größe"
            })
    void namesOfAnotherScriptAreUnusualOnly(String name) {
        assertThat(Looked.codes(Looked.tool(name, "Works."))).containsExactly("unusual-name");
    }

    @Test
    void aLookAlikeNamesTheToolItReadsLike() {
        List<Finding> findings =
                Looked.atTools(Looked.tool("echo", "a"), Looked.tool("\u0435cho", "b"));

        assertThat(findings)
                .filteredOn(finding -> finding.code().equals("look-alike-name"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("it reads like echo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_sum", "getSum", "Get.sum", "get-surn", "get-sum2"})
    void namesEasilyTakenForOneAnotherAreToBeLookedAt(String other) {
        boolean alike = !other.contains("rn") && !other.contains("2");
        List<String> codes =
                Looked.atTools(Looked.tool("get-sum", "a"), Looked.tool(other, "b")).stream()
                        .map(Finding::code)
                        .filter(code -> code.equals("confusable-names"))
                        .toList();

        assertThat(codes).hasSize(alike ? 1 : 0);
    }

    @Test
    void lettersAndDigitsThatLookAlikeMakeNamesConfusable() {
        assertThat(Looked.atTools(Looked.tool("list", "a"), Looked.tool("1ist", "b")))
                .extracting(Finding::code)
                .contains("confusable-names");
    }

    @Test
    void aNameThatStandsTwiceIsAnError() {
        assertThat(Looked.atTools(Looked.tool("a", "x"), Looked.tool("a", "y")))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly("duplicate-name");
    }

    @Test
    void numberedToolsAreNotTakenForOneAnother() {
        String[] tools =
                IntStream.range(0, 200)
                        .mapToObj(i -> Looked.tool("tool" + i, "Works."))
                        .toArray(String[]::new);

        assertThat(Looked.atTools(tools))
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
    }

    /// With each name compared to each other one this would take minutes.
    @Test
    void tenThousandToolsAreLookedThrough() {
        String[] tools =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Looked.tool("tool" + i, "Does one thing, the " + i + "th."))
                        .toArray(String[]::new);

        assertThat(Looked.atTools(tools))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "large-catalogue", "not-strict", "no-titles", "no-annotations");
    }
}

package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ParserWordsTest {
    @TempDir Path folder;

    private String problem(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text.translateEscapes());
        FileProblem[] found = new FileProblem[1];
        assertThatThrownBy(() -> TextFile.tree(file))
                .isInstanceOfSatisfying(BadFileException.class, e -> found[0] = e.problem());
        return found[0].line() + ":" + found[0].column() + " " + found[0].message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\\n  \"a\": 1,\\n  \"b\" 2}|3:7 not valid JSON: a colon is missing before this",
                "{\"a\": 1 \"b\": 2}|1:9 not valid JSON: a comma is missing before this",
                "{\"a\": [1, 2|1:12 not valid JSON: the text ends before it is complete",
                "{a: 1}|1:2 not valid JSON: a name in double quotes must stand here",
                "{\"a\": npx}|1:7 not valid JSON: npx is no value; a text needs quotes",
                "{\"a\": 1,\\n \"a\": 2}|2:5 not valid JSON: the key \"a\" stands here twice",
                "{\"a\": 1]|1:8 not valid JSON: this ']' closes nothing",
                "{\"a\": }|1:7 not valid JSON: a '}' cannot stand here"
            })
    void brokenJsonIsToldInOurWords(String text, String words) throws IOException {
        assertThat(problem("mcp.json", text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a:\\n\\tb: 1|2:1 not valid YAML: a tab stands here; YAML is indented with blanks only",
                "a: @b|1:4 not valid YAML: a value cannot begin with @; put it in quotes",
                "a: b: c|1:5 not valid YAML: a colon cannot stand here; put the text in quotes, or"
                        + " mend the indentation",
                "a:\\n  b: 1\\n c: 2|3:2 not valid YAML: this does not fit the indentation above it",
                "a: \"b|1:6 not valid YAML: a quoted text has no end",
                "a: [1, 2\\nb: 3|2:2 not valid YAML: a comma or the closing ] is missing before this",
                "a: *b|1:4 not valid YAML: nothing is marked as &b before this",
                "a: 1\\n---\\nb: 2|2:1 not valid YAML: a second document begins here; only one is read"
            })
    void brokenYamlIsToldInOurWords(String text, String words) throws IOException {
        assertThat(problem("server.yaml", text)).isEqualTo(words);
    }

    @Test
    void tooManyAliasesAndForbiddenCharactersInYamlAreToldApart()
            throws IOException, BadFileException {
        String fifty = "a: &a [1]\nb:\n" + "  - *a\n".repeat(50);
        assertThat(problem("server.yaml", fifty + "  - *a\n"))
                .isEqualTo("0:0 not valid YAML: too many aliases (at most 50)");
        assertThat(problem("server.yaml", fifty + "c: \u0001\n"))
                .isEqualTo("0:0 not valid YAML: it holds a character YAML does not allow");
        Path file = Files.writeString(folder.resolve("server.yaml"), fifty);
        assertThat(TextFile.tree(file).at("/b")).hasSize(50);
    }

    @Test
    void whatHasNoWordsIsStillGivenItsPlace() throws IOException {
        assertThat(problem("config.toml", "a = 1\nb = = 2\n"))
                .startsWith("2:")
                .endsWith("not valid TOML: this cannot be read here");
    }
}

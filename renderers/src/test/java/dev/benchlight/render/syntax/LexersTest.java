package dev.benchlight.render.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

class LexersTest {
    private static String shown(String language, String code) {
        StringBuilder out = new StringBuilder();
        for (Span span : Languages.lexer(language).spans(code)) {
            out.append(span.kind()).append(':').append(code, span.from(), span.to()).append(' ');
        }
        return out.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java | int a = 42; // x | KEYWORD:int NUMBER:42 COMMENT:// x",
                "python | def f(): return \"a\" # c |"
                        + " KEYWORD:def KEYWORD:return STRING:\"a\" COMMENT:# c",
                "ts | const a = `x`; | KEYWORD:const STRING:`x`",
                "json | {\"a\": [1, true]} | KEY:\"a\" NUMBER:1 KEYWORD:true",
                "yaml | name: web # c | KEY:name STRING:web COMMENT:# c",
                "toml | a = 1 | KEY:a  NUMBER:1",
                "diff | +new | ADDED:+new",
                "sql | SELECT 1 -- x | KEYWORD:SELECT NUMBER:1 COMMENT:-- x",
                "brainf | +[-] | ''"
            })
    void coloursWhatMatters(String language, String code, String spans) {
        assertThat(shown(language, code)).isEqualTo(spans == null ? "" : spans.strip());
    }

    @Test
    void markupHasTagsStringsAndComments() {
        assertThat(shown("xml", "<a b=\"c\"><!-- d --></a>"))
                .contains("STRING:\"c\"")
                .contains("COMMENT:<!-- d -->");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java", "go", "python", "bash", "json", "yaml", "toml", "xml", "diff", "sql", "ts"
            })
    void spansAreInOrderAndWithinTheCodeWhateverItIs(String language) {
        String alphabet = "ab1 \t\n\\\"'`/*#<>-=:{}[]!@&;.\ud83d\ude00";
        Random random = new Random(3);
        Lexer lexer = Languages.lexer(language);
        for (int round = 0; round < 500; round++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                code.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int at = 0;
            for (Span span : lexer.spans(code.toString())) {
                assertThat(span.from()).as("%s: %s", language, code).isGreaterThanOrEqualTo(at);
                assertThat(span.to()).isBetween(span.from(), code.length());
                at = span.to();
            }
        }
    }

    @Test
    void aStretchFromTheMiddleOfJsonIsColouredAsWithin() {
        String json = "{\"key\": \"a long string\", \"n\": 12}";
        List<Span> spans = JsonLexer.spans(json, 12, json.length(), true);
        assertThat(json.substring(spans.getFirst().from(), spans.getFirst().to()))
                .isEqualTo("ong string\"");
        assertThat(spans.getFirst().kind()).isEqualTo(TokenKind.STRING);
        assertThat(spans.getLast().kind()).isEqualTo(TokenKind.NUMBER);
    }
}

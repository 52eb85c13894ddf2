package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class JsonDocumentTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1e400",
                "12345678901234567890",
                "-0",
                "-0.0",
                "1E+2",
                "1e2",
                "0.10",
                "1e99999999999",
                "\"\\ud800\"",
                "\"a\\udc00b\"",
                "\"😀\"",
                "\"\"",
                "null",
                "\"1\"",
                "\"line\\nbreak\""
            })
    void whatIsWrittenForSendingIsTheTextItself(String json) throws Exception {
        JsonDocument document = JsonDocument.parse("{\"a\":[" + json + "]}");

        byte[] sent = MAPPER.writeValueAsBytes(document.wireTree());

        assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo("{\"a\":[" + json + "]}");
    }

    @Test
    void anEditLeavesAllElseCharacterByCharacter() throws Exception {
        String text = "{ \"z\" : 1.0,\n\t\"a\":[ 1e400,-0 ] , \"s\":\"\\u00e9\\/\\ud800\"}";
        JsonDocument document = JsonDocument.parse(text);

        assertThat(document.with(pointer("/a/1"), "7")).isEqualTo(text.replace("-0", "7"));
        assertThat(document.with(pointer("/n"), "null"))
                .isEqualTo(text.replace("ud800\"}", "ud800\",\n\"n\": null}"));
        assertThat(document.without(pointer("/z"))).isEqualTo(text.replace("\"z\" : 1.0,\n\t", ""));
        assertThat(document.without(pointer("/s")))
                .isEqualTo("{ \"z\" : 1.0,\n\t\"a\":[ 1e400,-0 ]}");
        assertThat(document.without(pointer("/a/0"))).isEqualTo(text.replace("1e400,", ""));
        assertThat(document.swapped(pointer("/a"), 1, 0))
                .isEqualTo(text.replace("1e400,-0", "-0,1e400"));
        assertThat(document.renamed(pointer("/z"), "q\""))
                .isEqualTo(text.replace("\"z\"", "\"q\\\"\""));
    }

    @Test
    void whatIsAddedFollowsTheLayout() throws Exception {
        String one = JsonDocument.parse("{}").with(pointer("/a"), "1");
        assertThat(one).isEqualTo("{\n  \"a\": 1\n}");
        String two = JsonDocument.parse(one).with(pointer("/b"), "{}");
        String three = JsonDocument.parse(two).with(pointer("/b/c"), "[\n  1\n]");
        assertThat(three)
                .isEqualTo("{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [\n      1\n    ]\n  }\n}");
        assertThat(JsonDocument.parse("[1]").with(pointer("/1"), "2")).isEqualTo("[1, 2]");
        assertThat(JsonDocument.parse("{\"\":{\"~/\":1}}").with(pointer("//~0~1"), "2"))
                .isEqualTo("{\"\":{\"~/\":2}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | 7 | the member \"a\" comes twice",
                "{\"a\":} | 5 | expected a value, found \"}\"",
                "{\"a\" 1} | 5 | expected ':', found \"1\"",
                "[1 2] | 3 | expected ',' or ']', found \"2\"",
                "{a:1} | 1 | expected a member name in quotation marks, found \"a\"",
                "01 | 0 | not a number of JSON",
                "[1,] | 3 | expected a value, found \"]\"",
                "\"a | 2 | the text ends too early",
                "{} x | 3 | expected the end of the text, found \"x\"",
                "\"\\x\" | 1 | not an escape sequence of JSON",
                "NaN | 0 | expected a value, found \"N\"",
            })
    void aTextThatIsNotJsonNamesThePlace(String text, int offset, String message) {
        assertThatThrownBy(() -> JsonDocument.parse(text))
                .isInstanceOfSatisfying(
                        JsonSyntaxException.class,
                        e -> {
                            assertThat(e).hasMessage(message);
                            assertThat(e.offset()).isEqualTo(offset);
                        });
    }

    @Test
    void depthIsBounded() throws Exception {
        assertThat(JsonDocument.parse("[".repeat(500) + "]".repeat(500)).text()).hasSize(1000);
        assertThatThrownBy(() -> JsonDocument.parse("[".repeat(100_000)))
                .hasMessage("nested deeper than 500 levels");
    }

    @Test
    void randomEditsOfRandomDocumentsChangeOnlyTheirValue() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder out = new StringBuilder();
            List<JsonPointer> places = new ArrayList<>();
            write(random, out, JsonPointer.empty(), places, 0);
            JsonDocument before = JsonDocument.parse(out.toString());
            JsonPointer place = places.get(random.nextInt(places.size()));

            JsonDocument after = JsonDocument.parse(before.with(place, "\"@\""));

            JsonDocument back =
                    JsonDocument.parse(
                            after.with(place, before.source(before.at(place).orElseThrow())));
            assertThat(back.text()).isEqualTo(before.text());
            assertThat(after.source(after.at(place).orElseThrow())).isEqualTo("\"@\"");
        }
    }

    private static void write(
            Random random, StringBuilder out, JsonPointer at, List<JsonPointer> places, int depth) {
        places.add(at);
        String space = " ".repeat(random.nextInt(3));
        int size = random.nextInt(4);
        switch (depth > 4 ? 9 : random.nextInt(6)) {
            case 0, 1 -> {
                out.append('{');
                for (int i = 0; i < size; i++) {
                    out.append(i == 0 ? "" : ",").append(space);
                    out.append(JsonText.quote("k~/" + i)).append(':').append(space);
                    write(random, out, at.appendProperty("k~/" + i), places, depth + 1);
                }
                out.append(space).append('}');
            }
            case 2, 3 -> {
                out.append('[');
                for (int i = 0; i < size; i++) {
                    out.append(i == 0 ? "" : ",").append(space);
                    write(random, out, at.appendIndex(i), places, depth + 1);
                }
                out.append(']');
            }
            default -> {
                String[] leaves = {"1.0", "-0", "1e400", "\"\\ud83d\"", "\"\\n\"", "null", "true"};
                out.append(leaves[random.nextInt(leaves.length)]);
            }
        }
    }

    private static JsonPointer pointer(String text) {
        return JsonPointer.compile(text);
    }
}

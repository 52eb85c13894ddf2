package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// An edit changes the one place it is meant for, and keeps every other character.
class JsonEditTest {
    private static final String ODD =
            "\uFEFF { \"z\" : 1.0,\n\t\"a\":[ 1e400,-0 ] , \"s\":\"\\u00e9\\/\\ud800\"}\n\n";

    @Test
    void anotherValueLeavesAllElse() throws Exception {
        JsonDocument document = JsonDocument.parse(ODD);

        assertThat(document.with(pointer("/a/1"), "7")).isEqualTo(ODD.replace("-0", "7"));
        assertThat(document.with(pointer("/z"), "\"\\u0031\""))
                .isEqualTo(ODD.replace("1.0", "\"\\u0031\""));
        assertThat(document.with(pointer("/a"), "{}")).isEqualTo(ODD.replace("[ 1e400,-0 ]", "{}"));
        assertThat(document.with(JsonPointer.empty(), "[]")).isEqualTo("\uFEFF []\n\n");
    }

    @Test
    void takingAwayLeavesAllElse() throws Exception {
        JsonDocument document = JsonDocument.parse(ODD);

        assertThat(document.without(pointer("/z"))).isEqualTo(ODD.replace("\"z\" : 1.0,\n\t", ""));
        assertThat(document.without(pointer("/a")))
                .isEqualTo(ODD.replace(",\n\t\"a\":[ 1e400,-0 ]", ""));
        assertThat(document.without(pointer("/s")))
                .isEqualTo(ODD.replace(" , \"s\":\"\\u00e9\\/\\ud800\"", ""));
        assertThat(document.without(pointer("/a/0"))).isEqualTo(ODD.replace("1e400,", ""));
        assertThat(document.without(pointer("/a/1"))).isEqualTo(ODD.replace(",-0", ""));
    }

    @Test
    void theLastMemberOrItemLeavesNothingBehind() throws Exception {
        assertThat(JsonDocument.parse("{ \"a\" : [ 1 ] }").without(pointer("/a"))).isEqualTo("{}");
        assertThat(JsonDocument.parse("{ \"a\" : [ 1 ] }").without(pointer("/a/0")))
                .isEqualTo("{ \"a\" : [] }");
    }

    @Test
    void renamingChangesTheNameAlone() throws Exception {
        JsonDocument document = JsonDocument.parse(ODD);

        assertThat(document.renamed(pointer("/z"), "q\"\n"))
                .isEqualTo(ODD.replace("\"z\"", "\"q\\\"\\n\""));
        assertThat(document.renamed(pointer("/a/0"), "q")).isEqualTo(ODD);
        assertThat(document.renamed(pointer("/none"), "q")).isEqualTo(ODD);
    }

    @Test
    void swappingExchangesTwoItemsWithTheirText() throws Exception {
        JsonDocument document = JsonDocument.parse("[ 1.0,\n {\"a\" : 2}  , \"x\" ]");

        String swapped = "[ \"x\",\n {\"a\" : 2}  , 1.0 ]";
        assertThat(document.swapped(JsonPointer.empty(), 0, 2)).isEqualTo(swapped);
        assertThat(document.swapped(JsonPointer.empty(), 2, 0)).isEqualTo(swapped);
    }

    @Test
    void swappingWhatIsNotThereChangesNothing() throws Exception {
        JsonDocument document = JsonDocument.parse("{\"a\":[1,2]}");

        assertThat(document.swapped(pointer("/a"), 1, 1)).isEqualTo(document.text());
        assertThat(document.swapped(pointer("/a"), 1, 2)).isEqualTo(document.text());
        assertThat(document.swapped(pointer("/a"), -1, 0)).isEqualTo(document.text());
        assertThat(document.swapped(JsonPointer.empty(), 0, 1)).isEqualTo(document.text());
        assertThat(document.swapped(pointer("/none"), 0, 1)).isEqualTo(document.text());
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
        assertThat(JsonDocument.parse("{\n\t\"a\": 1\n}").with(pointer("/b"), "[\n\t2\n]"))
                .isEqualTo("{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}");
    }

    @Test
    void aTextWithWindowsLineEndsKeepsToThem() throws Exception {
        String text = "{\r\n  \"a\": {}\r\n}";

        String more = JsonDocument.parse(text).with(pointer("/a/b"), "[\n  1\n]");

        assertThat(more)
                .isEqualTo("{\r\n  \"a\": {\r\n    \"b\": [\r\n      1\r\n    ]\r\n  }\r\n}");
        assertThat(JsonDocument.parse(more).with(pointer("/a/b"), "[\n]"))
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void oddNamesAreReachedByTheirPointer() throws Exception {
        JsonDocument document = JsonDocument.parse("{\"\":{\"~/\":1},\"0\":2,\"-\":3}");

        assertThat(document.with(pointer("//~0~1"), "9")).contains("{\"~/\":9}");
        assertThat(document.with(pointer("/0"), "9")).contains("\"0\":9");
        assertThat(document.without(pointer("/-"))).endsWith("\"0\":2}");
        assertThat(document.with(pointer("/~01"), "9")).contains("\"~1\": 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/b", "/none/b", "/l/3", "/l/x", "/l/-1"})
    void aValueIsNotAddedWhereItWouldStandElsewhere(String place) throws Exception {
        JsonDocument document = JsonDocument.parse("{\"a\":1,\"l\":[1,2]}");

        assertThatThrownBy(() -> document.with(pointer(place), "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place.startsWith("/none") ? "/none/b" : place);
    }

    @Test
    void takingAwayWhatIsNotThereChangesNothingAndTheRootStays() throws Exception {
        JsonDocument document = JsonDocument.parse("{\"a\":[1]}");

        assertThat(document.without(pointer("/b"))).isEqualTo(document.text());
        assertThat(document.without(pointer("/a/1"))).isEqualTo(document.text());
        assertThat(document.without(pointer("/a/0/x"))).isEqualTo(document.text());
        assertThatThrownBy(() -> document.without(JsonPointer.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomEditsOfRandomDocumentsChangeOnlyTheirValue() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<JsonPointer> places = new ArrayList<>();
            JsonDocument before = document(random, places);
            JsonPointer place = places.get(random.nextInt(places.size()));

            JsonDocument after = JsonDocument.parse(before.with(place, "\"@\""));

            JsonDocument back =
                    JsonDocument.parse(
                            after.with(place, before.source(before.at(place).orElseThrow())));
            assertThat(back.text()).isEqualTo(before.text());
            assertThat(after.source(after.at(place).orElseThrow())).isEqualTo("\"@\"");
        }
    }

    @Test
    void takingAnyPlaceOutOfRandomDocumentsLeavesItsSiblings() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<JsonPointer> places = new ArrayList<>();
            JsonDocument before = document(random, places);
            JsonPointer place = places.get(random.nextInt(places.size()));
            if (place.matches()) {
                continue;
            }

            JsonDocument after = JsonDocument.parse(before.without(place));

            List<String> siblings = children(before, place.head());
            siblings.remove(before.source(before.at(place).orElseThrow()));
            assertThat(children(after, place.head())).containsExactlyInAnyOrderElementsOf(siblings);
        }
    }

    /// @param places are added: all that there are in the document
    private static JsonDocument document(Random random, List<JsonPointer> places)
            throws JsonSyntaxException {
        StringBuilder out = new StringBuilder();
        write(random, out, JsonPointer.empty(), places, 0);
        return JsonDocument.parse(out.toString());
    }

    private static List<String> children(JsonDocument document, JsonPointer place) {
        List<String> texts = new ArrayList<>();
        switch (document.at(place).orElseThrow()) {
            case JsonValue.Obj object ->
                    object.members().forEach(m -> texts.add(document.source(m.value())));
            case JsonValue.Arr array -> array.items().forEach(i -> texts.add(document.source(i)));
            default -> {}
        }
        return texts;
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

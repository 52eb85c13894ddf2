package dev.benchlight.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;

import java.util.ArrayList;
import java.util.List;

class CellTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> ordered(String array) {
        List<JsonNode> values = new ArrayList<>(json(array).values());
        values.sort(Cell.ORDER);
        return values.stream().map(JsonNode::toString).toList();
    }

    @Test
    void numbersSortByValueWhateverTheirForm() {
        assertThat(ordered("[10, 9.5, 1e2, -3, 12345678901234567890, 9, 0.1]"))
                .containsExactly("-3", "0.1", "9", "9.5", "10", "100.0", "12345678901234567890");
    }

    @Test
    void mixedKindsStandTogetherWithWhatIsMissingLast() {
        assertThat(ordered("[null, \"b\", {\"a\":1}, 2, true, \"A\", [], false, 1]"))
                .containsExactly(
                        "1", "2", "\"A\"", "\"b\"", "false", "true", "[]", "{\"a\":1}", "null");
        assertThat(Cell.ORDER.compare(null, json("null"))).isPositive();
        assertThat(Cell.ORDER.compare(DoubleNode.valueOf(Double.NaN), json("1"))).isPositive();
    }

    @Test
    void missingNullAndEmptyAreThreeThings() {
        assertThat(List.of(Cell.shown(null), Cell.shown(json("null")), Cell.shown(json("\"\""))))
                .containsExactly("", "null", "\"\"");
        assertThat(Cell.separated(null, ',')).isEmpty();
        assertThat(Cell.separated(json("null"), ',')).isEqualTo("null");
        assertThat(Cell.separated(json("\"\""), ',')).isEqualTo("\"\"");
        assertThat(Cell.separated(json("\"null\""), ',')).isEqualTo("\"null\"");
        assertThat(List.of(Cell.style(null), Cell.style(json("null")), Cell.style(json("\"x\""))))
                .containsExactly("cell-missing", "cell-empty", "cell-text");
    }

    @Test
    void nestedValuesAreCompactJsonAndLongOnesAreCut() {
        assertThat(Cell.shown(json("{\"a\": [1, null]}"))).isEqualTo("{\"a\":[1,null]}");
        assertThat(Cell.shown(json("\"" + "z".repeat(100_000) + "\""))).hasSize(501).endsWith("…");
        assertThat(Cell.shown(json("\"a\\nb\\u202e\""))).isEqualTo("a\\nb\\u202E");
    }

    @Test
    void separatedTextIsQuotedWhereItMustBe() {
        assertThat(Cell.separated(json("\"say \\\"hi\\\", you\""), ','))
                .isEqualTo("\"say \"\"hi\"\", you\"");
        assertThat(Cell.separated(json("\"a,b\""), '\t')).isEqualTo("a,b");
        assertThat(Cell.separated(json("[1,2]"), ',')).isEqualTo("\"[1,2]\"");
    }
}

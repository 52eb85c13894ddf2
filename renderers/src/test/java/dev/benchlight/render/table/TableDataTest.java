package dev.benchlight.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class TableDataTest {
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static TableData table(String text) {
        return TableData.find(json(text)).orElseThrow();
    }

    @Test
    void columnsAreTheUnionOfMembersOfUnlikeRows() {
        TableData data = table("{\"n\":1,\"r\":[{\"a\":\"x,y\"},{\"b\":[1]},{}]}");
        assertThat(data.columns()).containsExactly("a", "b");
        assertThat(data.member()).isEqualTo("r");
        assertThat(data.beside()).containsExactly("n");
        assertThat(data.csv()).isEqualTo("a,b\r\n\"x,y\",\r\n,[1]\r\n,\r\n");
        assertThat(data.tabbed(List.of(data.rows().getFirst()), true)).isEqualTo("a\tb\nx,y\t");
        assertThat(json(data.json())).isEqualTo(json("[{\"a\":\"x,y\"},{\"b\":[1]},{}]"));
    }

    @Test
    void onlyArraysOfObjectsAreTables() {
        for (String other : List.of("[1,{}]", "[]", "{}", "3", "{\"a\":[{}],\"b\":[{}]}")) {
            assertThat(TableData.find(json(other))).isEmpty();
            assertThat(TableData.isFoundIn(json(other))).isFalse();
        }
        assertThat(TableData.isFoundIn(json("{\"result\":[{}]}"))).isTrue();
    }

    @Test
    void textPromisesRowsByItsStart() {
        assertThat(TableData.isLikelyIn("\n [ {\"a\":")).isTrue();
        assertThat(TableData.isLikelyIn("{\"items\" : [\n{")).isTrue();
        assertThat(TableData.isLikelyIn("[[1]]")).isFalse();
        assertThat(TableData.isLikelyIn("[see](there)")).isFalse();
    }

    @Test
    void rowsSortByOneColumnAndKeepTheirOrderWithin() {
        TableData data =
                table("[{\"k\":2,\"i\":0},{\"i\":1},{\"k\":10,\"i\":2},{\"k\":2,\"i\":3}]");
        assertThat(data.sorted("k", false))
                .extracting(row -> row.get("i").intValue())
                .containsExactly(0, 3, 2, 1);
        assertThat(data.sorted("k", true))
                .extracting(row -> row.get("i").intValue())
                .containsExactly(1, 2, 0, 3);
    }
}

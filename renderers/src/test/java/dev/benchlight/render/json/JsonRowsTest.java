package dev.benchlight.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.util.List;

class JsonRowsTest {
    private static final JsonNode SMALL =
            JsonMapper.shared()
                    .readTree("{\"a/b\":{\"c d\":[1,{\"x~\":true}]},\"e\":[],\"it's\":null}");

    private static List<String> pointers(JsonRows rows) {
        return rows.rows().stream().map(JsonRow::pointer).toList();
    }

    @Test
    void whatIsSmallIsOpenAndPointersAreEscaped() {
        JsonRows rows = new JsonRows(SMALL);
        assertThat(pointers(rows))
                .containsExactly(
                        "",
                        "/a~1b",
                        "/a~1b/c d",
                        "/a~1b/c d/0",
                        "/a~1b/c d/1",
                        "/a~1b/c d/1/x~0",
                        "/e",
                        "/it's");
        rows.rows().forEach(row -> assertThat(SMALL.at(row.pointer())).isEqualTo(row.node()));
    }

    @Test
    void pathsAreThoseOfJsonPath() {
        assertThat(new JsonRows(SMALL).rows())
                .extracting(row -> row.path(SMALL))
                .contains("$", "$['a/b']['c d'][1]['x~']", "$.e", "$['it\\'s']");
    }

    @Test
    void aContainerRemembersWhatWasOpenWithin() {
        JsonRows rows = new JsonRows(SMALL);
        rows.toggle(2);
        assertThat(rows.rows()).hasSize(5);
        rows.toggle(1);
        assertThat(rows.rows()).hasSize(4);
        rows.toggle(1);
        assertThat(rows.rows()).hasSize(5);
        rows.toggle(3);
        assertThat(rows.rows()).as("an empty array does not open").hasSize(5);
    }

    @Test
    void aHundredThousandMembersAreNotOpenedAtFirstButCanBe() {
        ArrayNode wide = JsonMapper.shared().createArrayNode();
        for (int i = 0; i < 100_000; i++) {
            wide.addObject().put("i", i);
        }
        JsonRows rows = new JsonRows(wide);
        assertThat(rows.rows()).hasSize(1);
        assertThat(rows.reveal("/99999/i")).isEqualTo(100_001);
        assertThat(rows.rows()).hasSize(100_002);
        rows.toggle(0);
        assertThat(rows.rows()).hasSize(1);
    }

    @Test
    void fiveHundredLevelsOpenOneByOne() {
        JsonNode deep = JsonText.read("[".repeat(500) + "]".repeat(500)).root();
        JsonRows rows = new JsonRows(deep);
        String deepest = "/0".repeat(499);
        assertThat(rows.reveal(deepest)).isEqualTo(499);
        assertThat(rows.rows().getLast().depth()).isEqualTo(499);
        assertThat(rows.rows().getLast().path(deep)).hasSize(1 + 499 * 3);
        rows.toggle(0);
        rows.toggle(0);
        assertThat(rows.rows()).hasSize(500);
    }
}

package dev.benchlight.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableDataTest {
    @Test
    void columnsAreTheUnionOfMembersAndCsvIsQuoted() {
        JsonNode json =
                JsonMapper.shared().readTree("{\"n\":1,\"r\":[{\"a\":\"x,y\"},{\"b\":[1]}]}");
        TableData data = TableData.of(TableData.find(json).orElseThrow());
        assertThat(data.columns()).containsExactly("a", "b");
        assertThat(data.csv()).isEqualTo("a,b\r\n\"x,y\",\r\n,[1]\r\n");
        assertThat(TableData.find(JsonMapper.shared().readTree("[1,{}]"))).isEmpty();
        assertThat(TableData.cut("z".repeat(100_000))).hasSize(501);
    }
}

package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.Limits;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

class SpreadMessageTest {
    private final SpreadMessage spread = new SpreadMessage(new MessageJson(Limits.DEFAULT));

    /// What the last line completes, the ones before completing nothing.
    private String last(String... lines) {
        for (int i = 0; i < lines.length - 1; i++) {
            assertThat(spread.add(lines[i])).as(lines[i]).isNull();
        }
        JsonNode whole = spread.add(lines[lines.length - 1]);
        return whole == null ? "nothing" : whole.toString();
    }

    @Test
    void theLastBraceInTheFirstColumnCompletesTheObject() {
        assertThat(last("{", "  \"id\": 1,", "  \"result\": {", "  }", "}"))
                .isEqualTo("{\"id\":1,\"result\":{}}");
    }

    @Test
    void blanksAfterBracesAndCarriageReturnsDoNoHarm() {
        assertThat(last("{  ", "\"a\":[", "1 ]", "}\r")).isEqualTo("{\"a\":[1]}");
    }

    @Test
    void anObjectMayFollowAnother() {
        assertThat(last("{", "\"a\":1", "}")).isEqualTo("{\"a\":1}");
        assertThat(last("{", "\"b\":2", "}")).isEqualTo("{\"b\":2}");
    }

    @Test
    void anOpeningBraceStartsAnewAfterOneThatNeverClosed() {
        assertThat(last("{", "Error: no such file", "{", "\"a\":1", "}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void linesThatOnlyLookLikeAnObjectCompleteNothing() {
        assertThat(last("}")).isEqualTo("nothing");
        assertThat(last("starting", "ready", "}")).isEqualTo("nothing");
        assertThat(last("{", "at main.js:1", "}")).isEqualTo("nothing");
    }

    @Test
    void anObjectThatGrowsBeyondReasonIsLetGo() {
        String line = "\"x\": \"" + "y".repeat(400_000) + "\",";
        assertThat(last("{", line, line, line, "\"z\": 1", "}")).isEqualTo("nothing");
        assertThat(last("{", "\"a\":1", "}")).isEqualTo("{\"a\":1}");
    }
}

package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLayoutTest {
    @Test
    void everyMemberAndItemGetsALineAndNoTokenChanges() throws Exception {
        String text = "{\"a\":[1.50,-0,1e400],\"\\u0062\" : {\"x\":\"\\/\" },\"c\":[ ],\"d\":{}}";

        assertThat(JsonDocument.parse(text).indented())
                .isEqualTo(
                        """
                        {
                          "a": [
                            1.50,
                            -0,
                            1e400
                          ],
                          "\\u0062": {
                            "x": "\\/"
                          },
                          "c": [],
                          "d": {}
                        }\
                        """);
    }

    @Test
    void aValueAloneStays() throws Exception {
        assertThat(JsonDocument.parse(" 12345678901234567890.0 ").indented())
                .isEqualTo("12345678901234567890.0");
    }
}

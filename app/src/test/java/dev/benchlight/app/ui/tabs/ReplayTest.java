package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.workbench.Place;

import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void aRecordedToolCallOpensWithItsArguments() {
        assertThat(
                        Replay.of(
                                "s",
                                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\","
                                        + "\"params\":{\"name\":\"t\",\"arguments\":{\"a\":1.0}}}"))
                .contains(new Replay(new Place.ToolPlace("s", "t"), "{\n  \"a\": 1.0\n}"));
    }

    @Test
    void aRecordedReadOpensTheResource() {
        assertThat(Replay.of("s", "{\"method\":\"resources/read\",\"params\":{\"uri\":\"u:1\"}}"))
                .contains(new Replay(new Place.ResourcePlace("s", "u:1"), ""));
    }

    @Test
    void whatHasNoTabOpensNothing() {
        assertThat(Replay.of("s", "{\"method\":\"tools/list\"}")).isEmpty();
        assertThat(Replay.of("s", "not json")).isEmpty();
    }
}

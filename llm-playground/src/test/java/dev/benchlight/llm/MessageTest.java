package dev.benchlight.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;

class MessageTest {
    @Test
    void textIsTheTextPartsAlone() {
        var extras = JsonNodeFactory.instance.objectNode();
        Message message =
                new Message(
                        Message.Role.ASSISTANT,
                        List.of(
                                new ContentPart.Reasoning("let me see", extras),
                                new ContentPart.Text("It is "),
                                new ContentPart.ToolUse("1", "clock", "{not json"),
                                new ContentPart.Text("noon."),
                                new ContentPart.Unknown(extras)));
        assertThat(message.text()).isEqualTo("It is noon.");
    }

    @Test
    void aMessageKeepsItsPartsWhenTheListGivenChanges() {
        List<ContentPart> parts = new ArrayList<>(List.of(new ContentPart.Text("a")));
        Message message = new Message(Message.Role.USER, parts);
        parts.clear();
        assertThat(message.text()).isEqualTo("a");
    }

    @Test
    void aToolResultMayHoldSeveralParts() {
        var result =
                new ContentPart.ToolResult(
                        "1",
                        List.of(
                                new ContentPart.Text("see"),
                                new ContentPart.Image("image/png", "aGk=")),
                        false);
        assertThat(new Message(Message.Role.USER, List.of(result)).text()).isEmpty();
        assertThat(result.content()).hasSize(2);
    }
}

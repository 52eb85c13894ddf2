package dev.benchlight.llm;

import java.util.List;
import java.util.stream.Collectors;

/// One message of a conversation.
public record Message(Role role, List<ContentPart> content) {
    public Message {
        content = List.copyOf(content);
    }

    /// Who speaks. A tool's answer is a [ContentPart.ToolResult] in a user message.
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    public static Message of(Role role, String text) {
        return new Message(role, List.of(new ContentPart.Text(text)));
    }

    /// The text parts, joined; reasoning and tool calls are left out.
    public String text() {
        return content.stream()
                .filter(ContentPart.Text.class::isInstance)
                .map(part -> ((ContentPart.Text) part).text())
                .collect(Collectors.joining());
    }
}

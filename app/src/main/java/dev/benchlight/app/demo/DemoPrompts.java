package dev.benchlight.app.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;

import java.util.List;

/// The demo server's prompts.
final class DemoPrompts {
    private DemoPrompts() {}

    static List<SyncPromptSpecification> all() {
        return List.of(
                new SyncPromptSpecification(
                        Prompt.builder("postcard")
                                .title("Write a postcard")
                                .description("Asks for a postcard from a city, in a given tone.")
                                .arguments(
                                        List.of(
                                                argument("city", "Where it is sent from", true),
                                                argument("tone", "Such as cheerful or dry", false)))
                                .build(),
                        (exchange, request) -> postcard(request)),
                new SyncPromptSpecification(
                        Prompt.builder("what_is_mcp")
                                .title("What is MCP?")
                                .description("Takes no arguments.")
                                .build(),
                        (exchange, request) ->
                                GetPromptResult.builder(
                                                List.of(
                                                        said(
                                                                Role.USER,
                                                                "What is MCP, in two lines?")))
                                        .description("A first question")
                                        .build()));
    }

    private static PromptArgument argument(String name, String description, boolean required) {
        return PromptArgument.builder(name).description(description).required(required).build();
    }

    private static GetPromptResult postcard(GetPromptRequest request) {
        Object city = request.arguments().getOrDefault("city", "nowhere");
        Object tone = request.arguments().getOrDefault("tone", "cheerful");
        return GetPromptResult.builder(
                        List.of(
                                said(
                                        Role.USER,
                                        "Write a **%s** postcard from *%s*, at most 40 words."
                                                .formatted(tone, city)),
                                said(
                                        Role.ASSISTANT,
                                        "Dear all, greetings from %s!".formatted(city)),
                                said(Role.USER, "Good. Now sign it.")))
                .description("A postcard from " + city)
                .build();
    }

    private static PromptMessage said(Role role, String text) {
        return new PromptMessage(role, TextContent.builder(text).build());
    }
}

package dev.benchlight.mcp.peers;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/// The tools of a server on the MCP Java SDK.
///
/// @param touch changes a resource
/// @param grow adds a tool
record JavaSdkTools(Runnable touch, Runnable grow) {
    private static final Map<String, Object> ANYTHING = Map.of("type", "object");
    private static final Map<String, Object> SAID =
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("said", Map.of("type", "string")),
                    "required",
                    List.of("said"));

    List<SyncToolSpecification> all() {
        CountDownLatch released = new CountDownLatch(1);
        return List.of(
                new SyncToolSpecification(
                        Tool.builder("echo", ANYTHING).outputSchema(SAID).build(),
                        (exchange, call) -> echo(call)),
                tool("report", JavaSdkTools::report),
                tool("ask", JavaSdkTools::ask),
                tool("sample", JavaSdkTools::sample),
                tool("where", (exchange, call) -> said("" + exchange.listRoots().roots())),
                tool("ping", (exchange, call) -> said("" + exchange.ping())),
                tool("fail", (exchange, call) -> failed()),
                tool(
                        "wait",
                        (exchange, call) -> {
                            await(released);
                            return said("waited");
                        }),
                tool("release", doing(released::countDown)),
                tool("touch", doing(touch)),
                tool("grow", doing(grow)));
    }

    /// The tool that is there only after `grow`.
    static SyncToolSpecification grown() {
        return tool("grown", (exchange, call) -> said("grown"));
    }

    private static SyncToolSpecification tool(
            String name,
            BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
        return new SyncToolSpecification(Tool.builder(name, ANYTHING).build(), handler);
    }

    private static BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> doing(
            Runnable what) {
        return (exchange, call) -> {
            what.run();
            return said("done");
        };
    }

    private static CallToolResult said(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }

    private static CallToolResult failed() {
        return CallToolResult.builder().isError(true).addTextContent("no paint left").build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CallToolResult echo(CallToolRequest call) {
        Map<String, Object> structured = Map.of("said", "" + call.arguments().get("message"));
        return CallToolResult.builder()
                .addTextContent("Echo: " + structured.get("said"))
                .structuredContent(structured)
                .build();
    }

    private static CallToolResult report(McpSyncServerExchange exchange, CallToolRequest call) {
        Object token = call.meta().get("progressToken");
        for (int step = 1; step <= 3; step++) {
            exchange.progressNotification(
                    ProgressNotification.builder(token, step)
                            .total(3.0)
                            .message("step " + step)
                            .build());
        }
        for (LoggingLevel level : List.of(LoggingLevel.DEBUG, LoggingLevel.WARNING)) {
            exchange.loggingNotification(
                    LoggingMessageNotification.builder(level, "a word").logger("report").build());
        }
        return said("reported");
    }

    private static CallToolResult ask(McpSyncServerExchange exchange, CallToolRequest call) {
        Map<String, Object> form =
                Map.of("type", "object", "properties", Map.of("name", Map.of("type", "string")));
        var answer = exchange.createElicitation(ElicitFormRequest.builder("Who?", form).build());
        return said(answer.action() + " " + answer.content());
    }

    private static CallToolResult sample(McpSyncServerExchange exchange, CallToolRequest call) {
        SamplingMessage question =
                new SamplingMessage(Role.USER, TextContent.builder("Is it?").build());
        var answer =
                exchange.createMessage(CreateMessageRequest.builder(List.of(question), 10).build());
        return said("" + answer.content());
    }
}

package dev.benchlight.app.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

import java.util.Base64;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The demo server's tools.
final class DemoTools {
    private static final int MAX_KILOBYTES = 12 * 1024;

    private DemoTools() {}

    static List<SyncToolSpecification> all() {
        return List.of(
                tool("forecast", "Weather forecast", DemoTools::forecast),
                tool("echo", "Echo", DemoTools::echo),
                tool("statistics", "Statistics", DemoTools::statistics),
                tool("plan_trip", "Plan a trip", DemoTools::planTrip),
                tool("list_notes", "List notes", DemoTools::listNotes),
                tool("countdown", "Countdown", DemoTools::countdown),
                tool("tone", "Tone", DemoTools::tone),
                tool("large_text", "Large text", DemoTools::largeText),
                tool("fail", "Fail", DemoTools::fail));
    }

    private static SyncToolSpecification tool(
            String name,
            String title,
            BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
        Map<String, Object> schemas = DemoSchemas.of(name);
        Tool.Builder tool =
                Tool.builder(name, DemoSchemas.object(schemas, "inputSchema"))
                        .title(title)
                        .description(String.valueOf(schemas.get("description")))
                        .annotations(
                                ToolAnnotations.builder()
                                        .readOnlyHint(true)
                                        .idempotentHint(true)
                                        .openWorldHint(false)
                                        .build());
        if (schemas.containsKey("outputSchema")) {
            tool.outputSchema(DemoSchemas.object(schemas, "outputSchema"));
        }
        return new SyncToolSpecification(tool.build(), handler);
    }

    private static CallToolResult forecast(McpSyncServerExchange exchange, CallToolRequest call) {
        Forecast forecast =
                Forecast.of(
                        text(call, "city", "Lisbon"),
                        whole(call, "days", 3),
                        text(call, "unit", "celsius").equals("fahrenheit"));
        String chart = Base64.getEncoder().encodeToString(ForecastChart.png(forecast));
        return CallToolResult.builder()
                .addTextContent(forecast.markdown())
                .addContent(ImageContent.builder(chart, "image/png").build())
                .build();
    }

    private static CallToolResult echo(McpSyncServerExchange exchange, CallToolRequest call) {
        return CallToolResult.builder()
                .addTextContent("Echo: " + text(call, "message", ""))
                .build();
    }

    private static CallToolResult statistics(McpSyncServerExchange exchange, CallToolRequest call) {
        DoubleSummaryStatistics numbers = new DoubleSummaryStatistics();
        if (call.arguments().get("numbers") instanceof List<?> values) {
            for (Object value : values) {
                numbers.accept(((Number) value).doubleValue());
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("count", numbers.getCount());
        result.put("sum", numbers.getSum());
        result.put("mean", numbers.getAverage());
        result.put("min", numbers.getMin());
        result.put("max", numbers.getMax());
        String summary = "%d numbers, mean %s".formatted(numbers.getCount(), numbers.getAverage());
        return CallToolResult.builder().addTextContent(summary).structuredContent(result).build();
    }

    private static CallToolResult planTrip(McpSyncServerExchange exchange, CallToolRequest call) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("accepted", true);
        result.put("plan", call.arguments());
        return CallToolResult.builder()
                .addTextContent("The trip as it arrived here is in the structured content.")
                .structuredContent(result)
                .build();
    }

    private static CallToolResult listNotes(McpSyncServerExchange exchange, CallToolRequest call) {
        CallToolResult.Builder result =
                CallToolResult.builder().addTextContent("Three notes. Open one to read it.");
        DemoResources.NOTES.forEach((id, note) ->
                result.addContent(
                        ResourceLink.builder()
                                .uri("demo://notes/" + id)
                                .name(id)
                                .title(note.lines().findFirst().orElse(id).replaceFirst("^# ", ""))
                                .mimeType("text/markdown")
                                .build()));
        return result.build();
    }

    private static CallToolResult countdown(McpSyncServerExchange exchange, CallToolRequest call) {
        int steps = whole(call, "steps", 5);
        int pause = whole(call, "pauseMs", 400);
        Object token = call.meta() == null ? null : call.meta().get("progressToken");
        for (int step = 1; step <= steps; step++) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return CallToolResult.builder()
                        .isError(true)
                        .addTextContent("Interrupted at step " + step)
                        .build();
            }
            String message = "step %d of %d".formatted(step, steps);
            if (token != null) {
                exchange.progressNotification(
                        ProgressNotification.builder(token, step)
                                .total((double) steps)
                                .message(message)
                                .build());
            }
            exchange.loggingNotification(
                    LoggingMessageNotification.builder(LoggingLevel.INFO, message)
                            .logger("countdown")
                            .build());
        }
        return CallToolResult.builder()
                .addTextContent("Done in %d steps.".formatted(steps))
                .build();
    }

    private static CallToolResult tone(McpSyncServerExchange exchange, CallToolRequest call) {
        byte[] wave = Tone.wav(whole(call, "hertz", 440), whole(call, "milliseconds", 800));
        return CallToolResult.builder()
                .addContent(
                        AudioContent.builder(Base64.getEncoder().encodeToString(wave), "audio/wav")
                                .build())
                .build();
    }

    private static CallToolResult largeText(McpSyncServerExchange exchange, CallToolRequest call) {
        int kilobytes = Math.min(whole(call, "kilobytes", 256), MAX_KILOBYTES);
        StringBuilder text = new StringBuilder(kilobytes * 1024 + 80);
        for (int line = 1; text.length() < kilobytes * 1024; line++) {
            text.append("%08d  the quick brown fox jumps over the lazy dog%n".formatted(line));
        }
        return CallToolResult.builder().addTextContent(text.toString()).build();
    }

    private static CallToolResult fail(McpSyncServerExchange exchange, CallToolRequest call) {
        return CallToolResult.builder()
                .isError(true)
                .addTextContent(
                        "No seats left on 12 March. (This tool always fails, to show how a tool"
                                + " error looks.)")
                .build();
    }

    private static String text(CallToolRequest call, String name, String otherwise) {
        return call.arguments().get(name) instanceof String given ? given : otherwise;
    }

    private static int whole(CallToolRequest call, String name, int otherwise) {
        return call.arguments().get(name) instanceof Number given ? given.intValue() : otherwise;
    }
}

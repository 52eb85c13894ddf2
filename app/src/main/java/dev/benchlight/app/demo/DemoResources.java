package dev.benchlight.app.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The demo server's resources: a text, an image, one that changes, and a template over notes.
final class DemoResources {
    static final SortedMap<String, String> NOTES =
            new TreeMap<>(
                    Map.of(
                            "frames", "# Frames\n\nRaw bytes first, meaning second.\n",
                            "limits", "# Limits\n\nEverything a peer sends is bounded.\n",
                            "trust", "# Trust\n\nNothing starts before you saw its command.\n"));

    private static final String GUIDE = "demo://guide";
    private static final String CHART = "demo://chart.png";
    private static final String VISITS = "demo://visits";

    private final AtomicInteger visits = new AtomicInteger();
    private final Consumer<ResourcesUpdatedNotification> updated;

    /// @param updated is told of a resource that changed
    DemoResources(Consumer<ResourcesUpdatedNotification> updated) {
        this.updated = updated;
    }

    List<SyncResourceSpecification> fixed() {
        return List.of(
                new SyncResourceSpecification(
                        Resource.builder(GUIDE, "guide")
                                .title("Guide")
                                .description("What this server offers")
                                .mimeType("text/markdown")
                                .build(),
                        (exchange, request) -> text(GUIDE, "text/markdown", guide())),
                new SyncResourceSpecification(
                        Resource.builder(CHART, "chart")
                                .title("A chart")
                                .description("A PNG image")
                                .mimeType("image/png")
                                .build(),
                        (exchange, request) -> chart()),
                new SyncResourceSpecification(
                        Resource.builder(VISITS, "visits")
                                .title("Visits")
                                .description("Changes each time it is read")
                                .mimeType("application/json")
                                .build(),
                        (exchange, request) -> visit()));
    }

    List<SyncResourceTemplateSpecification> templates() {
        return List.of(
                new SyncResourceTemplateSpecification(
                        ResourceTemplate.builder("demo://notes/{id}", "note")
                                .title("A note")
                                .description("One of: " + String.join(", ", NOTES.keySet()))
                                .mimeType("text/markdown")
                                .build(),
                        (exchange, request) -> note(request.uri())));
    }

    private static String guide() {
        return """
        # Demo server

        Tools, prompts, resources and a template to try things on.

        ```json
        {"jsonrpc": "2.0", "method": "resources/read"}
        ```
        """;
    }

    private static ReadResourceResult chart() {
        byte[] png = ForecastChart.png(Forecast.of("Oslo", 7, false));
        return ReadResourceResult.builder(
                        List.of(
                                BlobResourceContents.builder(
                                                CHART, Base64.getEncoder().encodeToString(png))
                                        .mimeType("image/png")
                                        .build()))
                .build();
    }

    private ReadResourceResult visit() {
        int count = visits.incrementAndGet();
        updated.accept(new ResourcesUpdatedNotification(VISITS));
        return text(VISITS, "application/json", "{\"visits\": %d}".formatted(count));
    }

    private static ReadResourceResult note(String uri) {
        String note = NOTES.get(uri.substring(uri.lastIndexOf('/') + 1));
        if (note == null) {
            throw McpError.RESOURCE_NOT_FOUND.apply(uri);
        }
        return text(uri, "text/markdown", note);
    }

    private static ReadResourceResult text(String uri, String type, String text) {
        return ReadResourceResult.builder(
                        List.of(TextResourceContents.builder(uri, text).mimeType(type).build()))
                .build();
    }
}

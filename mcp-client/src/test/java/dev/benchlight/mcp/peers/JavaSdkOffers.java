package dev.benchlight.mcp.peers;

import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What a server on the MCP Java SDK has to offer: a bit of everything the SDK can do.
final class JavaSdkOffers {
    private static final List<String> COLOURS = List.of("red", "rose", "blue");

    private final CompletableFuture<McpSyncServer> running = new CompletableFuture<>();
    private final AtomicInteger touches = new AtomicInteger();

    McpSyncServer build(SyncSpecification<?> server) {
        McpSyncServer built =
                server.serverInfo("java-sdk", "2.1.0")
                        .instructions("Be brief.")
                        .capabilities(
                                ServerCapabilities.builder()
                                        .tools(true)
                                        .prompts(true)
                                        .resources(true, true)
                                        .completions()
                                        .logging()
                                        .build())
                        .tools(new JavaSdkTools(this::touch, this::grow).all())
                        .resources(counter())
                        .resourceTemplates(item())
                        .prompts(paint())
                        .completions(
                                colours(new PromptReference("paint")),
                                colours(new ResourceReference("sdk://items/{colour}")))
                        .build();
        running.complete(built);
        return built;
    }

    /// Changes the resource, and tells of it.
    private void touch() {
        touches.incrementAndGet();
        running.join().notifyResourcesUpdated(new ResourcesUpdatedNotification("sdk://counter"));
    }

    /// Has one more tool, and tells of it.
    private void grow() {
        running.join().addTool(JavaSdkTools.grown());
    }

    private SyncResourceSpecification counter() {
        return new SyncResourceSpecification(
                Resource.builder("sdk://counter", "counter").mimeType("text/plain").build(),
                (exchange, request) -> text(request.uri(), "touched " + touches.get()));
    }

    private static SyncResourceTemplateSpecification item() {
        return new SyncResourceTemplateSpecification(
                ResourceTemplate.builder("sdk://items/{colour}", "item").build(),
                (exchange, request) -> {
                    String colour = request.uri().substring("sdk://items/".length());
                    if (!COLOURS.contains(colour)) {
                        throw McpError.RESOURCE_NOT_FOUND.apply(request.uri());
                    }
                    return text(request.uri(), "a " + colour + " item");
                });
    }

    private static SyncPromptSpecification paint() {
        Prompt prompt =
                Prompt.builder("paint")
                        .title("Paint")
                        .arguments(List.of(PromptArgument.builder("colour").required(true).build()))
                        .build();
        return new SyncPromptSpecification(
                prompt,
                (exchange, request) ->
                        GetPromptResult.builder(
                                        List.of(
                                                new PromptMessage(
                                                        Role.USER,
                                                        TextContent.builder(
                                                                        "Paint it "
                                                                                + request.arguments()
                                                                                        .get(
                                                                                                "colour"))
                                                                .build())))
                                .build());
    }

    private static SyncCompletionSpecification colours(CompleteReference reference) {
        return new SyncCompletionSpecification(
                reference,
                (exchange, request) -> {
                    Stream<String> fitting =
                            COLOURS.stream()
                                    .filter(one -> one.startsWith(request.argument().value()));
                    return new CompleteResult(new CompleteCompletion(fitting.toList()));
                });
    }

    private static ReadResourceResult text(String uri, String text) {
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(uri, text).build()))
                .build();
    }
}

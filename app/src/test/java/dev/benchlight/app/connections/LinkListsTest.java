package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A server that answers some of its lists late, and some not at all well.
class LinkListsTest {
    private final ScriptedWire wire = new ScriptedWire(LinkListsTest::answer);
    private final Link link =
            new Link(
                    new ServerEntry(
                            Entries.stdio("scripted", "none", List.of()),
                            null,
                            ServerEntry.Origin.BUILT_IN),
                    ServerEntry::config,
                    (config, listener) ->
                            new McpSession(
                                    config,
                                    SessionOptions.DEFAULT,
                                    ClientHandlers.NONE,
                                    TraceRecorder.NONE,
                                    listener,
                                    wire),
                    () -> {},
                    (method, params) -> {},
                    ended -> {});

    /// The tools are not answered before the test does so.
    private static void answer(ScriptedWire wire, ScriptedWire.Sent sent) {
        switch (sent.method()) {
            case "prompts/list" -> wire.result(sent, "{\"prompts\":[{\"name\":\"greet\"}]}");
            case "resources/list" ->
                    wire.result(sent, "{\"resources\":[{\"uri\":\"file:///a\",\"name\":\"a\"}]}");
            case "resources/templates/list" ->
                    wire.error(sent, "{\"code\":-32603,\"message\":\"the disk is full\"}");
            default -> {}
        }
    }

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void eachListIsShownAsItArrivesWhateverTheOthersDo() {
        link.start();
        Await.until("prompts", () -> !link.catalogue().prompts().items().isEmpty());
        Await.until("resources", () -> !link.catalogue().resources().items().isEmpty());
        Await.until("the failure", () -> !link.warnings().isEmpty());

        assertThat(link.catalogue().prompts().items()).extracting(Prompt::name).contains("greet");
        assertThat(link.catalogue().resources().items()).extracting(Resource::uri).hasSize(1);
        assertThat(link.catalogue().asked()).isFalse();
        assertThat(link.warnings())
                .extracting(Warning::message)
                .singleElement()
                .asString()
                .contains("resource templates", "the disk is full");
        assertThat(link.catalogue().templates().complete()).isFalse();

        wire.result(wire.sent("tools/list").getFirst(), "{\"tools\":[{\"name\":\"echo\"}]}");
        Await.until("everything", () -> link.catalogue().asked());
        assertThat(link.catalogue().tools().items()).extracting(Tool::name).containsExactly("echo");
        assertThat(link.catalogue().prompts().items()).hasSize(1);
    }

    @Test
    void aListThatFailsLaterKeepsWhatItHadAndSaysSoUntilItIsListedAgain() {
        link.start();
        Await.until("asked for tools", () -> !wire.sent("tools/list").isEmpty());
        wire.result(wire.sent("tools/list").getFirst(), "{\"tools\":[{\"name\":\"echo\"}]}");
        Await.until("everything", () -> link.catalogue().asked());

        link.refresh();
        Await.until("asked again", () -> wire.sent("tools/list").size() >= 2);
        wire.error(wire.sent("tools/list").get(1), "{\"code\":-32000,\"message\":\"not now\"}");
        Await.until("two failures", () -> link.warnings().size() == 2);

        assertThat(link.catalogue().tools().items()).extracting(Tool::name).containsExactly("echo");
        assertThat(link.warnings().getLast().message()).contains("tools", "not now");

        link.refresh();
        Await.until("asked a third time", () -> wire.sent("tools/list").size() >= 3);
        wire.result(wire.sent("tools/list").get(2), "{\"tools\":[]}");
        Await.until("one failure", () -> link.warnings().size() == 1);
        assertThat(link.catalogue().tools().items()).isEmpty();
    }
}

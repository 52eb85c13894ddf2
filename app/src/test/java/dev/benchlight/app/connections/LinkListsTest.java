package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.wire.WireFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// A server that answers some of its lists late, and some not at all well.
class LinkListsTest {
    private volatile boolean gone;
    private final ScriptedWire wire = new ScriptedWire(this::answer);
    private final Link link =
            new Link(
                    new ServerEntry(
                            Entries.stdio("scripted", "none", List.of()),
                            null,
                            ServerEntry.Origin.BUILT_IN),
                    ServerEntry::config,
                    Entries.scripted(wire),
                    () -> {},
                    (method, params) -> {},
                    _ -> {},
                    ended -> {});

    /// The tools are not answered before the test does so.
    private void answer(ScriptedWire wire, ScriptedWire.Sent sent) {
        if (gone) {
            wire.listener()
                    .undelivered(
                            sent.message(),
                            WireFault.of(
                                            WireFault.Kind.NETWORK,
                                            "connection-refused",
                                            "Nothing listens on localhost:9.")
                                    .withHint("Is the server running?"));
            return;
        }
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
    void onlyTheKindThatChangedIsListedAgain() {
        link.start();
        Await.until("asked for tools", () -> !wire.sent("tools/list").isEmpty());
        wire.result(wire.sent("tools/list").getFirst(), "{\"tools\":[]}");
        Await.until("everything", () -> link.catalogue().asked());
        int prompts = wire.sent("prompts/list").size();
        int resources = wire.sent("resources/list").size();
        int tools = wire.sent("tools/list").size();

        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
        Await.until("tools again", () -> wire.sent("tools/list").size() > tools);
        wire.result(wire.sent("tools/list").getLast(), "{\"tools\":[{\"name\":\"echo\"}]}");
        Await.until("the tool", () -> !link.catalogue().tools().items().isEmpty());
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/prompts/list_changed\"}");
        Await.until("prompts again", () -> wire.sent("prompts/list").size() > prompts);

        assertThat(wire.sent("tools/list")).hasSize(tools + 1);
        assertThat(wire.sent("resources/list")).hasSize(resources);
        assertThat(wire.sent("resources/templates/list")).hasSize(resources);
    }

    @Test
    void aServerThatListsCannotReachIsNotConnectedAndIsNotAskedAgain() {
        link.start();
        Await.until("asked for tools", () -> !wire.sent("tools/list").isEmpty());
        wire.result(wire.sent("tools/list").getFirst(), "{\"tools\":[{\"name\":\"echo\"}]}");
        Await.until("everything", () -> link.catalogue().asked());

        gone = true;
        link.refresh();
        Await.until("failed", () -> link.state() instanceof SessionState.Failed);

        assertThat(link.state())
                .isInstanceOfSatisfying(
                        SessionState.Failed.class,
                        failed -> {
                            assertThat(failed.step()).isEqualTo("connected");
                            assertThat(failed.problem().code()).isEqualTo("connection-refused");
                            assertThat(failed.problem().message()).contains("Nothing listens");
                            assertThat(failed.problem().hint()).contains("running");
                        });
        assertThat(link.isReady()).isFalse();
        Await.until("the end", () -> !link.isRunning());
        assertThat(wire.closed()).isTrue();
        assertThat(wire.sent("tools/list")).hasSize(2);
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

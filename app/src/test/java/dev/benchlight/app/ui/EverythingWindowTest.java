package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.trace.SpanStatus;

import javafx.scene.control.TableRow;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The whole window against the reference server: from pasted JSON to a result, its trace row, and
/// the history after a restart.
@Timeout(600)
class EverythingWindowTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @Test
    void aPastedServerIsTrustedRunAndRemembered() throws Exception {
        List<String> command = NpmServers.everything("stdio");
        Path workspace = Files.createDirectory(folder.resolve("my-workspace"));
        try (WindowDriver window = new WindowDriver(workspace, data)) {
            addAndTrust(window, command);
            folders(window);
            sum(window);
            window.open("get-tiny-image");
            run(window, "get-tiny-image");
            window.until("the image", () -> window.says("PNG image · 20 × 20"));
            window.snapshot("everything-image");
            structured(window);
            prompt(window);
            resource(window);
            asked(window);
            cancelled(window);
        }
        try (WindowDriver again = new WindowDriver(workspace, data)) {
            for (String tool : List.of("get-sum", "get-tiny-image", "get-structured-content")) {
                assertThat(again.traced("tools/call", tool)).as(tool).hasSize(1);
            }
            assertThat(again.traced("prompts/get", "args-prompt")).hasSize(1);
            assertThat(
                            again.traced("tools/call", "trigger-long-running-operation")
                                    .getFirst()
                                    .status())
                    .isEqualTo(SpanStatus.CANCELLED);
            again.until("the history", () -> again.says("trigger-sampling-request"));
            again.snapshot("everything-history");
        }
    }

    private void addAndTrust(WindowDriver window, List<String> command) {
        window.push(KeyCode.CONTROL, KeyCode.N);
        window.until("the paste area", () -> window.has(node -> "paste".equals(node.getId())));
        window.clickOn("#paste");
        window.paste(mcpServers(command));
        window.press("Add and connect");
        window.until(
                "the trust dialog", () -> window.has(node -> "trust-command".equals(node.getId())));
        window.snapshot("everything-trust");
        assertThat(window.lookup("#trust-command").queryAs(TextArea.class).getText())
                .contains(command);
        assertThat(window.traced("initialize", "")).isEmpty();
        window.press("Start this server");
        window.until("the catalogue", () -> window.says("Templates"));
        window.snapshot("everything-connected");
    }

    private static String mcpServers(List<String> command) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode entry = root.putObject("mcpServers").putObject("everything");
        entry.put("command", command.getFirst());
        command.stream().skip(1).forEach(entry.withArray("args")::add);
        return root.toPrettyString();
    }

    private static void sum(WindowDriver window) {
        window.open("get-sum");
        window.fill("a", "19");
        window.fill("b", "23");
        run(window, "get-sum");
        window.snapshot("everything-sum");
    }

    /// The server asks as soon as it is connected.
    private static void folders(WindowDriver window) {
        window.until("the question for folders", () -> window.says("asks for folders"));
        window.snapshot("everything-asks-folders");
        window.press("Tell it of no folder");
        window.until("it is answered", () -> !window.says("asks for folders"));
    }

    private static void asked(WindowDriver window) {
        window.open("trigger-elicitation-request");
        window.pressId("run");
        window.until("the form", () -> window.says("asks you to fill in a form"));
        window.snapshot("everything-asks-form");
        assertThat(window.says("During tools/call trigger-elicitation-request")).isTrue();
        window.fill("String", "Jo");
        window.press("Accept");
        window.until(
                "the answer",
                () ->
                        window.traced("tools/call", "trigger-elicitation-request").stream()
                                .anyMatch(row -> row.status() == SpanStatus.OK));
        TraceRow call = window.traced("tools/call", "trigger-elicitation-request").getFirst();
        TraceRow question = window.traced("elicitation/create", "").getFirst();
        assertThat(question.trace()).isEqualTo(call.trace());
        window.open("trigger-sampling-request");
        window.fill("prompt", "Hello?");
        window.pressId("run");
        window.until("the wish for a model", () -> window.says("wants a model's reply"));
        window.snapshot("everything-asks-sampling");
        window.press("Refuse");
        window.until("the refusal", () -> window.says("rejected sampling/createMessage"));
        window.snapshot("everything-asks-refused");
    }

    private static void run(WindowDriver window, String tool) {
        window.pressId("run");
        window.until(
                tool + " to end",
                () ->
                        !window.traced("tools/call", tool).isEmpty()
                                && window.traced("tools/call", tool).getFirst().status() != null
                                && window.says("OK"));
        assertThat(window.traced("tools/call", tool).getFirst().status()).isEqualTo(SpanStatus.OK);
    }

    private static void structured(WindowDriver window) {
        window.open("get-structured-content");
        window.choose("location", "New York");
        run(window, "get-structured-content");
        window.until("the schema's verdict", () -> window.says("output schema"));
        window.push(KeyCode.CONTROL, KeyCode.I);
        window.clickOn(
                window.find(
                        TableRow.class,
                        row ->
                                row.getItem() instanceof TraceRow traced
                                        && traced.name().equals("get-structured-content")));
        window.until("the Inspector", () -> window.says("Overview"));
        window.snapshot("everything-structured");
        window.push(KeyCode.CONTROL, KeyCode.I);
    }

    private static void prompt(WindowDriver window) {
        window.open("args-prompt");
        window.fill("city", "Lisbon");
        window.pressId("run");
        window.until(
                "the prompt",
                () -> !window.traced("prompts/get", "args-prompt").isEmpty() && window.says("OK"));
        window.snapshot("everything-prompt");
    }

    private static void resource(WindowDriver window) {
        window.open("architecture.md");
        window.until(
                "the resource",
                () ->
                        window
                                .traced(
                                        "resources/read",
                                        "demo://resource/static/document/architecture.md")
                                .stream()
                                .anyMatch(row -> row.status() == SpanStatus.OK));
        window.snapshot("everything-resource");
    }

    private static void cancelled(WindowDriver window) {
        window.open("trigger-long-running-operation");
        window.fill("duration", "60");
        window.fill("steps", "60");
        window.pressId("run");
        window.until("progress", () -> window.says("1 of 60") || window.says("2 of 60"));
        window.snapshot("everything-progress");
        window.pressId("cancel");
        window.until("the cancelled call", () -> window.says("Cancelled"));
        window.snapshot("everything-cancelled");
    }
}

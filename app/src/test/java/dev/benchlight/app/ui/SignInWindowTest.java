package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.auth.FakeOpener;
import dev.benchlight.mcp.auth.ProtectedSite;
import dev.benchlight.trace.SpanStatus;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// The whole window against a server that wants OAuth, with an authorisation server on loopback and
/// a browser that is a program of the tests.
@Timeout(600)
class SignInWindowTest {
    private final ProtectedSite site = new ProtectedSite();
    @TempDir private Path folder;
    private FakeOpener opener;
    private Path workspace;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        WindowDriver.startToolkit();
    }

    @BeforeEach
    void start() throws IOException {
        opener = new FakeOpener(folder.resolve("bin"));
        workspace = Files.createDirectory(folder.resolve("work"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private WindowDriver open() {
        return new WindowDriver(workspace, folder.resolve("data"), Map.of("PATH", opener.path()));
    }

    private void connect(WindowDriver window) {
        window.push(KeyCode.CONTROL, KeyCode.N);
        window.until("the paste area", () -> window.has(node -> "paste".equals(node.getId())));
        window.clickOn("#paste");
        window.paste(site.url().toString());
        window.press("Add and connect");
    }

    @Test
    void aServerIsConnectedFromItsUrlAloneOnceTheUserSaysSo() throws IOException {
        try (WindowDriver window = open()) {
            connect(window);
            window.until("the question", () -> window.says("wants you to sign in at"));
            assertThat(window.says("needs sign-in")).isTrue();
            assertThat(window.says(site.issuer.origin())).isTrue();
            assertThat(window.says("It asks for the scope")).isTrue();
            assertThat(window.says("mcp")).isTrue();
            window.snapshot("sign-in-asked");
            assertThat(opener.opened()).isEmpty();
            window.pressId("sign-in-open");
            window.until("the tool", () -> window.has(SignInWindowTest::isTool));
            assertThat(opener.opened()).hasSize(1);
            assertThat(opener.opened().getFirst()).startsWith(site.issuer.origin() + "/authorize?");
            assertThat(window.traced("authorize", "").getFirst().status()).isEqualTo(SpanStatus.OK);
            window.details();
            window.press("Authorisation");
            window.until("the debugger", () -> window.says("token request"));
            window.until("where the tokens are", () -> window.says("Kept"));
            window.snapshot("sign-in-debugger");
        }
    }

    @Test
    void aBrokenRuleIsWhatOneSeesFirst() throws IOException {
        site.issuer.redirect =
                back ->
                        back.newBuilder()
                                .addQueryParameter("iss", "https://evil.test/\u202egnp.exe")
                                .build();
        try (WindowDriver window = open()) {
            connect(window);
            window.pressId("sign-in-open");
            window.until("the failure", () -> window.says("another issuer"));
            window.details();
            window.until("the rule", () -> window.says("Breaks RFC 9207, 2.4"));
            window.snapshot("sign-in-broken");
            assertThat(window.says("⟦U+202E⟧gnp.exe")).isTrue();
            assertThat(site.issuer.tokenForms).isEmpty();
        }
    }

    @Test
    void theUserGoesStepByStep() throws IOException {
        try (WindowDriver window = open()) {
            connect(window);
            window.pressId("sign-in-open");
            window.until("the tool", () -> window.has(SignInWindowTest::isTool));
            window.details();
            window.press("Authorisation");
            window.pressId("sign-in-stepwise");
            window.until("the first step", () -> window.says("Next: resource_metadata"));
            int before = site.server.log().size();
            window.pressId("step-continue");
            window.until("the second", () -> window.says("Next: authorization server metadata"));
            window.snapshot("sign-in-step");
            assertThat(site.server.log()).hasSize(before + 1);
            window.pressId("step-stop");
            window.until("the end", () -> window.says("was stopped before"));
            assertThat(opener.opened()).hasSize(1);
        }
    }

    private static boolean isTool(Node node) {
        return node instanceof Labeled label && "t".equals(label.getText());
    }
}

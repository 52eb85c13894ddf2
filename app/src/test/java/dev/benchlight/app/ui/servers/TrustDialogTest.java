package dev.benchlight.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.render.Screen;
import dev.benchlight.trace.TraceRecorder;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class TrustDialogTest {
    private static final String LONG = "x".repeat(4_000) + "END";

    @TempDir static Path folder;
    private Path mark;
    private TrustStore trust;
    private Approvals approvals;
    private Connections connections;
    private Stage owner;
    private McpConnection connection;
    private ServerActions actions;

    @Start
    void start(Stage stage) throws IOException {
        Path here = Files.createTempDirectory(folder, "run");
        mark = here.resolve("pwned");
        Workspace workspace = Workspace.open(here.resolve("ws"));
        ServerEntry entry =
                workspace.add(
                        Entries.stdio(
                                "evil",
                                "touch",
                                List.of(mark.toString(), here + "/a\u202Eb\u0007c", LONG)));
        trust = TrustStore.open(DataFolder.open(here.resolve("data"), Map.of()));
        approvals = new Approvals(workspace, trust, Map.of(), _ -> {});
        connections = new Connections(approvals, Entries.sessions(TraceRecorder.NONE));
        connection = connections.add(entry);
        actions =
                new ServerActions(
                        connections,
                        workspace,
                        approvals,
                        new SignIns(_ -> {}, SignInChoices.inMemory()),
                        new StageDialogs(stage),
                        new FxBatcher());
        Theme.LIGHT.apply();
        owner = stage;
        Scene scene = new Scene(new Label("owner"), 800, 600);
        scene.getStylesheets().add("/dev/benchlight/app/ui/app.css");
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void quit() {
        connections.close();
    }

    @Test
    void theWholeCommandIsShownAndNothingRunsUnlessApproved(FxRobot robot) throws Exception {
        ask(robot);
        String shown = robot.lookup("#trust-command").queryAs(TextArea.class).getText();
        assertThat(shown.lines())
                .contains(
                        "touch", mark.toString(), mark.getParent() + "/a⟦U+202E⟧b⟦U+0007⟧c", LONG);
        Button refuse = robot.lookup("#trust-refuse").queryButton();
        assertThat(refuse.isFocused()).isTrue();
        assertThat(refuse.isDefaultButton()).isTrue();

        robot.type(KeyCode.ENTER);
        Await.until("closed", () -> !isAsked(robot));
        assertThat(connection.session()).isEmpty();
        assertThat(mark).doesNotExist();

        ask(robot);
        robot.type(KeyCode.ESCAPE);
        Await.until("closed", () -> !isAsked(robot));
        assertThat(mark).doesNotExist();

        ask(robot);
        robot.interact(() -> robot.lookup("#trust-start").queryButton().fire());
        Await.until("run", () -> Files.exists(mark));
    }

    @Test
    void twoClicksAskOnce(FxRobot robot) throws Exception {
        robot.interact(() -> {
            actions.connect(connection);
            actions.connect(connection);
        });
        Await.until("asked", () -> isAsked(robot));
        robot.interact(() -> actions.restart(connection));
        robot.interact(() -> {});
        assertThat(robot.lookup("#trust-refuse").queryAll()).hasSize(1);
    }

    @Test
    void severalServersAreAskedForInTheirOrderOneAtATime(FxRobot robot) {
        List<McpConnection> three =
                List.of(
                        connection,
                        connections.add(next("second")),
                        connections.add(next("third")));
        robot.interact(() -> actions.connect(three));
        for (String name : List.of("evil", "second", "third")) {
            Await.until(name + " is asked for", () -> titles(robot).equals(List.of(title(name))));
            robot.interact(() -> robot.lookup("#trust-refuse").queryButton().fire());
        }
        Await.until("closed", () -> !isAsked(robot));
    }

    @Test
    void theShownFolderIsTheOneTheProgramRunsInAndAnotherAsksAgain(FxRobot robot) throws Exception {
        Path ours = mark.resolveSibling("ws");
        McpConnection relative =
                connections.add(
                        new ServerEntry(
                                Entries.stdio("relative", "sh", List.of("-c", "pwd > ran")),
                                null,
                                ServerEntry.Origin.FILE));
        robot.interact(() -> actions.connect(relative));
        Await.until("asked", () -> isAsked(robot));
        assertThat(Screen.texts(robot.lookup("#trust-command").queryAs(TextArea.class).getParent()))
                .contains("Folder: " + ours);
        robot.interact(() -> robot.lookup("#trust-start").queryButton().fire());
        Await.until("run", () -> Files.exists(ours.resolve("ran")));

        Workspace other = Workspace.open(Files.createDirectory(mark.resolveSibling("other")));
        Approvals there = new Approvals(other, trust, Map.of(), _ -> {});
        ServerEntry same = relative.snapshot().entry();
        assertThat(approvals.isNeeded(same, approvals.visible(same))).isFalse();
        assertThat(there.isNeeded(same, there.visible(same))).isTrue();
    }

    @Test
    void anAddressIsShownAsItStandsInTheFile(FxRobot robot) throws Exception {
        Path file = Files.createDirectories(mark.resolveSibling("url/servers")).resolve("u.yaml");
        Files.writeString(file, "url: http://127.0.0.1:1/?k=${env:HOME}\n");
        Workspace workspace = Workspace.open(mark.resolveSibling("url"));
        ServerEntry entry = workspace.snapshot().server("u").orElseThrow();
        ServerConfig visible = workspace.environment(null, Map.of()).visible(entry);

        TrustPane pane = OnFx.get(() -> new TrustPane(entry, visible, ""));

        assertThat(((TextArea) pane.lookup("#trust-command")).getText())
                .isEqualTo("http://127.0.0.1:1/?k=${env:HOME}");
    }

    private static ServerEntry next(String name) {
        return new ServerEntry(
                Entries.stdio(name, "touch", List.of(name)), null, ServerEntry.Origin.FILE);
    }

    private static String title(String name) {
        return "Start " + name + "?";
    }

    private static List<String> titles(FxRobot robot) {
        return OnFx.get(() ->
                robot.listTargetWindows().stream()
                        .filter(window -> window instanceof Stage stage && stage.isShowing())
                        .map(window -> ((Stage) window).getTitle())
                        .filter(title -> title != null && title.startsWith("Start "))
                        .toList());
    }

    @Test
    void theBoxNamesTheFolderAndIsAsHighAsTheCommandUntilThatIsLong(FxRobot robot)
            throws Exception {
        TextArea little = boxFor(robot, "trust-short", List.of("-y", "server-everything"));
        assertThat(Screen.texts(little.getParent()))
                .contains("Folder: " + mark.resolveSibling("ws"));
        double text = OnFx.get(() -> little.lookup(".text").getLayoutBounds().getHeight());
        assertThat(little.getHeight()).isBetween(text + 16, text + 40);

        List<String> forty = IntStream.range(0, 40).mapToObj(i -> "--option-" + i).toList();
        TextArea much = boxFor(robot, "trust-long", forty);
        assertThat(much.getText()).contains("--option-0\n").endsWith("--option-39");
        assertThat(Screen.texts(much.getParent()))
                .contains("Command, and its 40 arguments, each on a line");
        assertThat(much.getHeight()).isGreaterThan(little.getHeight() * 2);
        assertThat(much.getScene().getWindow().getHeight()).isLessThan(640);
    }

    @Test
    void valuesAreShownWholeExceptWhatLooksLikeAKey(FxRobot robot) throws Exception {
        ServerEntry entry =
                new ServerEntry(
                        new ServerConfig.Stdio(
                                "new",
                                "npx",
                                List.of("-y", "server-everything"),
                                Map.of(
                                        "NODE_OPTIONS", "--require ./evil.js",
                                        "API_TOKEN", "0123456789abcdef",
                                        "OTHER", "${secret:other}"),
                                null),
                        null,
                        ServerEntry.Origin.FILE);
        ServerConfig visible = approvals.visible(entry);
        String changed = "It changed since it was approved on 2026-01-01: the variable LOG.";
        TrustPane pane = OnFx.get(() -> new TrustPane(entry, visible, changed));
        Runnable close = OnFx.get(() -> new StageDialogs(owner).show("Start new?", pane, () -> {}));
        Screen.save(pane.getScene(), "trust-values");

        assertThat(Screen.texts(pane)).contains(changed);
        TextArea values = (TextArea) pane.lookup("#trust-values");
        assertThat(values.getText().lines())
                .containsExactly(
                        "API_TOKEN = ••••••",
                        "NODE_OPTIONS = --require ./evil.js",
                        "OTHER = ${secret:other}");
        robot.interact(((CheckBox) pane.lookup("#trust-reveal"))::fire);
        assertThat(values.getText()).contains("API_TOKEN = 0123456789abcdef");
        robot.interact(close);
    }

    private TextArea boxFor(FxRobot robot, String picture, List<String> arguments)
            throws Exception {
        ServerEntry entry =
                new ServerEntry(
                        Entries.stdio("new", "npx", arguments), null, ServerEntry.Origin.FILE);
        ServerConfig visible = approvals.visible(entry);
        TrustPane pane = OnFx.get(() -> new TrustPane(entry, visible, ""));
        Runnable close = OnFx.get(() -> new StageDialogs(owner).show("Start new?", pane, () -> {}));
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(theme::apply);
            Screen.save(pane.getScene(), picture + "-" + theme);
        }
        robot.interact(Theme.LIGHT::apply);
        robot.interact(close);
        return (TextArea) pane.lookup("#trust-command");
    }

    private void ask(FxRobot robot) {
        robot.interact(() -> actions.connect(connection));
        Await.until("asked", () -> isAsked(robot));
        robot.interact(() -> {});
    }

    private static boolean isAsked(FxRobot robot) {
        return OnFx.get(() -> !robot.lookup("#trust-command").queryAll().isEmpty());
    }
}

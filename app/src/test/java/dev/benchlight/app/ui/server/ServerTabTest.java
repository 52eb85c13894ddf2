package dev.benchlight.app.ui.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.HeardLog;
import dev.benchlight.app.connections.PinnedRevisions;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.OnFx;
import dev.benchlight.app.ui.result.FakeConnection;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.render.Screen;
import dev.benchlight.render.standard.StandardRenderers;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ServerTabTest {
    private static final String DISCOVERED =
            """
            {"supportedVersions": ["2026-07-28"], "ttlMs": 60000, "cacheScope": "public",
             "serverInfo": {"name": "weather", "version": "2.1", "title": "Weather station",
                            "websiteUrl": "https://weather.example/docs"},
             "instructions": "# Use\\n\\nAsk for a *city* first.\\n\\n- then for days",
             "capabilities": {"tools": {"listChanged": true}, "logging": {}, "completions": {},
                              "resources": {"subscribe": true, "listChanged": false}}}
            """;

    @TempDir private Path data;
    private final FakeConnection connection = new FakeConnection();
    private final QuietServices services = new QuietServices();
    private Optional<McpSession> session = Optional.empty();
    private Stage stage;
    private ServerTab tab;

    @Start
    void start(Stage shown) {
        stage = shown;
        TabServices around = services.on(new FxBatcher());
        PinnedRevisions pins =
                PinnedRevisions.in(DataFolder.open(data, Map.of()), data.resolve("workspace"));
        List<ServerSection> sections =
                List.of(
                        new ConnectionSection(connection, around, pins),
                        new InstructionsSection("demo", around),
                        new CapabilitiesSection(connection, around),
                        new ListingsSection(connection),
                        new LogSection(connection, around),
                        new SubscriptionsSection(connection, around));
        tab = new ServerTab(connection, around.batcher(), around.workbench(), sections, "");
        Scene scene = new Scene((Region) tab.node(), 990, 640);
        scene.getStylesheets()
                .add(tab.getClass().getResource("/dev/benchlight/app/ui/app.css").toExternalForm());
        scene.getStylesheets().add(StandardRenderers.stylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        session.ifPresent(McpSession::close);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /// A server of 2026-07-28 that grants what is asked for; a limit of ours stopped its tools.
    private void connect() {
        ScriptedWire wire =
                new ScriptedWire((own, sent) -> {
                    if (sent.method().equals("server/discover")) {
                        own.result(sent, DISCOVERED);
                    }
                });
        McpSession made =
                new McpSession(
                        new ServerConfig.Http("demo", URI.create("http://h/mcp"), Map.of()),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        new EventLog(),
                        new SessionListener() {},
                        wire);
        session = Optional.of(made);
        if (!(made.connect().await() instanceof Outcome.Ok<ServerDescription>(var server))) {
            throw new AssertionError("not connected");
        }
        connection.over(made);
        connection.ready(server, catalogue());
    }

    private static Catalogue catalogue() {
        Tool tool = new Tool(json("{\"name\":\"forecast\",\"inputSchema\":{}}"));
        Listing<Tool> tools =
                new Listing<>(
                        List.of(tool, tool),
                        List.of(
                                json("{\"tools\":[{}],\"ttlMs\":90000,\"cacheScope\":\"private\"}"),
                                json(
                                        "{\"tools\":[{}],\"ttlMs\":90000,\"nextCursor\":\"cursor-3\\u202e\"}")),
                        List.of(
                                new Warning(
                                        "too-many-pages",
                                        "the listing has more than 2 pages (limit pages)",
                                        1,
                                        List.of("cursor-3"))),
                        false,
                        Optional.of(Instant.now()),
                        false,
                        true);
        return new Catalogue(
                tools,
                Catalogue.EMPTY.prompts(),
                Catalogue.EMPTY.resources(),
                Catalogue.EMPTY.templates(),
                true);
    }

    private boolean has(FxRobot robot, Predicate<Node> fits) {
        return OnFx.get(() ->
                robot.lookup((Node node) -> node.isVisible() && fits.test(node))
                        .tryQuery()
                        .isPresent());
    }

    private void says(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () ->
                        has(
                                robot,
                                node ->
                                        node instanceof Labeled labeled
                                                && labeled.getText() != null
                                                && labeled.getText().contains(text)));
    }

    private static void look(FxRobot robot, Stage stage, String name, double width, double height)
            throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> {
                Application.setUserAgentStylesheet(
                        dark
                                ? new PrimerDark().getUserAgentStylesheet()
                                : new PrimerLight().getUserAgentStylesheet());
                stage.setX(0);
                stage.setY(0);
                stage.setWidth(width);
                stage.setHeight(height);
            });
            WaitForAsyncUtils.waitForFxEvents();
            Screen.save(stage.getScene(), name + (dark ? "-dark" : "-light") + (int) width);
        }
    }

    @Test
    void everythingThatIsKnownOfAServerIsShownAndALimitCanBePassed(FxRobot robot) throws Exception {
        says(robot, "not connected");
        connect();
        says(robot, "Weather station (weather 2.1)");
        says(robot, "found out when it was connected");
        says(robot, "server/discover: modern: server/discover was answered");
        says(robot, "Incomplete: the listing has more than 2 pages");
        says(robot, "The next page is at the cursor cursor-3⟦U+202E⟧");
        says(robot, "holds 90.0 s (ttlMs), for this user only (private)");
        says(robot, "subscribe, not listChanged");
        look(robot, stage, "server-tab", 990, 640);

        Node more =
                OnFx.get(() ->
                        robot.lookup((Node n) ->
                                        n instanceof Button b && "Load more".equals(b.getText()))
                                .query());
        robot.interact(() -> ((Button) more).fire());
        assertThat(connection.asked()).containsExactly("more of tools/list");
    }

    @Test
    void aFloodOfLogMessagesIsCountedExactlyAndKeptInBounds(FxRobot robot) throws Exception {
        connect();
        robot.interact(tab::focus);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        for (int i = 0; i < 15_000; i++) {
            connection.says(
                    "notifications/message",
                    "{\"level\":\"%s\",\"logger\":\"db\",\"data\":\"row %d\\u202e\"}"
                            .formatted(i % 7 == 0 ? "error" : "info", i));
        }
        says(robot, "10,000 of 15,000 shown");
        ListView<?> list =
                OnFx.get(() ->
                        robot.lookup((Node n) -> "Log messages".equals(n.getAccessibleText()))
                                .query());
        assertThat(OnFx.get(() -> list.getItems().size())).isEqualTo(HeardLog.MOST);
        says(robot, "row 14999⟦U+202E⟧");
        assertThat(tab.draftProperty().get()).contains("Log");
        look(robot, stage, "server-tab-flood", 990, 640);
    }

    @Test
    void aRevisionIsPinnedTheLogLevelChosenAndCapabilitiesShownAsJson(FxRobot robot)
            throws Exception {
        connect();
        choose(robot, "#pinned-revision", "Pin 2025-06-18");
        says(robot, "Connect anew");
        Path file = data.resolve("revisions.json");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> Files.exists(file) && Files.readString(file).contains("2025-06-18"));

        robot.interact(tab::focus);
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.RIGHT);
        choose(robot, "#log-level", "notice");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> level().equals("notice"));
        choose(robot, "#log-level", "nothing");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> level().isEmpty());

        Node json =
                OnFx.get(() ->
                        robot.lookup((Node n) ->
                                        n instanceof ToggleButton b && "JSON".equals(b.getText()))
                                .query());
        robot.interact(() -> ((ToggleButton) json).fire());
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> has(robot, node -> isIn(node, "json-part")));
    }

    private static boolean isIn(Node node, String style) {
        Node above = node.getParent();
        return above != null && above.getStyleClass().contains(style);
    }

    private String level() {
        return session.flatMap(s -> s.facts().logLevel()).orElse("");
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String box, String value) {
        ComboBox<String> found =
                OnFx.get(() -> (ComboBox<String>) robot.lookup(box).queryAs(ComboBox.class));
        robot.interact(() -> found.setValue(value));
    }

    @Test
    void aSectionIsGoneToByItsNumberAndStaysWhereItIsWhileOthersGrow(FxRobot robot)
            throws Exception {
        connect();
        says(robot, "Weather station (weather 2.1)");
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        SectionView last = section(robot, "Subscriptions and notifications");
        assertThat(OnFx.get(() -> last.head().isFocused())).isTrue();
        assertThat(OnFx.get(() -> last.openProperty().get())).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(OnFx.get(() -> last.head().isFocused())).as("AltGr types").isTrue();

        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        SectionView read = section(robot, "Capabilities");
        ScrollPane pane = OnFx.get(() -> robot.lookup((Node n) -> n instanceof ScrollPane).query());
        robot.interact(() -> KeyboardScroll.reveal(pane, read));
        WaitForAsyncUtils.waitForFxEvents();
        double before = top(read);
        SectionView first = section(robot, "Connection");
        robot.interact(() -> first.openProperty().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(top(read)).as("with less above it").isCloseTo(before, within(1.0));
        robot.interact(() -> first.openProperty().set(true));
        robot.interact(() -> last.openProperty().set(false));
    }

    private static double top(Node node) {
        return OnFx.get(() -> node.localToScene(0, 0).getY());
    }

    private static SectionView section(FxRobot robot, String title) {
        return OnFx.get(() ->
                robot.lookup((Node n) ->
                                n instanceof SectionView view
                                        && view.section().title().equals(title))
                        .query());
    }

    @Test
    void theSectionsAreListedWithWhatTheySay(FxRobot robot) throws Exception {
        connect();
        says(robot, "Weather station (weather 2.1)");
        MenuButton contents = OnFx.get(() -> robot.lookup("#server-contents").query());
        robot.interact(contents::show);
        assertThat(OnFx.get(() -> contents.getItems().stream().map(MenuItem::getText).toList()))
                .contains("1  Connection: MCP 2026-07-28 over stdio", "4  Listings: 2 tools");
        robot.interact(() -> contents.getItems().getLast().fire());
        assertThat(
                        OnFx.get(() ->
                                section(robot, "Subscriptions and notifications")
                                        .openProperty()
                                        .get()))
                .isTrue();
    }
}

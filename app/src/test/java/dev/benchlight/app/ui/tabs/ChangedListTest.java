package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.ScriptedWire.Sent;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Objects;

/// A call's tab while the server changes what it lists, told by a notification.
@ExtendWith(ApplicationExtension.class)
class ChangedListTest {
    private volatile String properties = "'city':{'type':'string'}";
    private volatile String name = "weather";
    private final ScriptedWire wire =
            new ScriptedWire(this::hear).declaring("{\"tools\":{\"listChanged\":true}}");
    private final Connections connections =
            new Connections(ServerEntry::config, Entries.scripted(wire));
    private final Connection server =
            connections.add(
                    new ServerEntry(
                            Entries.stdio("scripted", "none", List.of()),
                            null,
                            ServerEntry.Origin.BUILT_IN));
    private final CallTabs tabs =
            new CallTabs(new QuietServices().on(new FxBatcher()), new Recalled());
    private @Nullable TabStage stage;

    private void hear(ScriptedWire to, Sent sent) {
        if (sent.method().equals("tools/list")) {
            String tool =
                    "{'name':'%s','inputSchema':{'type':'object','properties':{%s}}}"
                            .formatted(name, properties);
            to.result(sent, "{\"tools\":[" + tool.replace('\'', '"') + "]}");
        }
    }

    @Start
    void start(Stage shown) {
        stage = new TabStage(shown, 900, 400);
    }

    @AfterEach
    void end() {
        connections.close();
    }

    private void change() {
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
    }

    @Test
    void aSchemaThatChangedIsOfferedAndAToolThatIsGoneIsSaidToBe() throws Exception {
        server.connect();
        TabStage shown = Objects.requireNonNull(stage);
        TabContent tab =
                shown.open(
                        tabs,
                        server,
                        new Place.ToolPlace("scripted", "weather"),
                        "{\"city\":\"Oslo\"}");
        shown.shows("city");
        properties = "'city':{'type':'string'},'country':{'type':'string'}";
        change();
        shown.shows("The schema changed since this tab was opened. Your values are kept.");
        shown.picture("list-changed");
        shown.press("Use the new schema");
        shown.shows("country");
        assertThat(tab.draftProperty().get()).contains("Oslo");
        name = "forecast";
        change();
        shown.shows("The server does not list this tool (any more). You can still try it.");
        assertThat(tab.draftProperty().get()).contains("Oslo");
    }
}

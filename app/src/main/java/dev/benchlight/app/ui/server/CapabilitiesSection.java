package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.PartView;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.render.RenderInput;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What the server declares, and what was declared to it. JavaFX thread only.
public final class CapabilitiesSection extends DescribedSection {
    private static final int MOST = 50;

    private final Connection connection;
    private final FactsPane theirs = new FactsPane();
    private final FactsPane ours = new FactsPane();
    private final ToggleButton asJson = new ToggleButton("JSON");
    private final PartView json;
    private final VBox node;
    private ObjectNode all = JsonNodeFactory.instance.objectNode();

    public CapabilitiesSection(Connection connection, TabServices services) {
        super("Capabilities");
        this.connection = connection;
        json = new PartView(services, connection.entry().name());
        json.getStyleClass().add("json-part");
        asJson.getStyleClass().add("small");
        asJson.setAccessibleText("Show capabilities as JSON");
        asJson.selectedProperty().subscribe(this::showJson);
        node =
                new VBox(
                        6,
                        subtitle("Declared by the server"),
                        theirs,
                        subtitle("Declared by Benchlight"),
                        ours,
                        asJson,
                        json);
        showJson(false);
    }

    private static Label subtitle(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-subtitle");
        return label;
    }

    private void showJson(boolean shown) {
        json.setVisible(shown);
        json.setManaged(shown);
        if (shown) {
            json.show(new RenderInput.Json("capabilities", all));
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean isOpenAtFirst() {
        return true;
    }

    @Override
    protected String show(ConnectionSnapshot snapshot, ServerDescription server) {
        JsonNode declared = server.json().path("capabilities");
        JsonNode told =
                connection
                        .session()
                        .map(session -> session.facts().capabilities())
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        theirs.set(facts(declared));
        ours.set(facts(told));
        ObjectNode now = JsonNodeFactory.instance.objectNode();
        now.set("server", server.json());
        now.set("client", told);
        if (!now.equals(all)) {
            all = now;
            showJson(asJson.isSelected());
        }
        return declared.isEmpty()
                ? "none"
                : String.join(", ", declared.propertyNames().stream().limit(MOST).toList());
    }

    /// Each with what it says beside its name.
    static List<Fact> facts(JsonNode capabilities) {
        if (capabilities.isEmpty()) {
            return List.of(Fact.of("none", "No capability was declared."));
        }
        return capabilities.properties().stream()
                .limit(MOST)
                .map(one -> Fact.of(one.getKey(), words(one.getValue())))
                .toList();
    }

    /// An object of flags as the flags that are set; anything else as JSON.
    private static String words(JsonNode value) {
        if (value.isEmpty() && value.isObject()) {
            return "yes";
        }
        boolean flags =
                value.isObject()
                        && value.properties().stream()
                                .allMatch(flag -> flag.getValue().isBoolean());
        if (!flags) {
            return value.toString();
        }
        List<String> set =
                value.properties().stream()
                        .map(flag -> (flag.getValue().asBoolean() ? "" : "not ") + flag.getKey())
                        .toList();
        return String.join(", ", set);
    }

    @Override
    public void close() {
        json.close();
    }
}

package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.ListenState;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionFacts;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What the server is asked to tell of, how that stands, and what it told. JavaFX thread only.
public final class SubscriptionsSection implements ServerSection {
    private final Connection connection;
    private final TabServices services;
    private final FactsPane facts = new FactsPane();
    private final Map<String, CheckBox> lists = new LinkedHashMap<>();
    private final Map<String, Button> unsubscribe = new LinkedHashMap<>();
    private final TextField uri = new TextField();
    private final Button subscribe = new Button("Subscribe");
    private final HBox more = new HBox(6, uri, subscribe);
    private final HeardList heard;
    private final VBox node;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public SubscriptionsSection(Connection connection, TabServices services) {
        this.connection = connection;
        this.services = services;
        for (String list : List.of("tools", "prompts", "resources")) {
            CheckBox box = new CheckBox(list);
            box.setOnAction(_ -> listen());
            lists.put(list, box);
        }
        uri.setPromptText("URI of a resource");
        uri.setAccessibleText("URI of a resource to subscribe to");
        uri.setOnAction(_ -> subscribe.fire());
        HBox.setHgrow(uri, Priority.ALWAYS);
        uri.setMaxWidth(420);
        subscribe.setOnAction(_ -> subscribe());
        subscribe.disableProperty().bind(uri.textProperty().isEmpty());
        more.getStyleClass().add("center-line");
        heard =
                new HeardList(
                        connection.notifications(), services.batcher(), "Notifications", false);
        Label told = new Label("Notifications");
        told.getStyleClass().add("section-subtitle");
        node = new VBox(6, facts, more, told, heard);
    }

    @Override
    public String title() {
        return "Subscriptions and notifications";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return connection.notifications().total() > 0 || Described.server(snapshot).isPresent();
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        Optional<ServerDescription> server = Described.server(snapshot);
        Optional<SessionFacts> known = connection.session().map(McpSession::facts);
        boolean resources =
                server.filter(s ->
                                s.json().at("/capabilities/resources/subscribe").asBoolean(false))
                        .isPresent();
        more.setVisible(resources && known.isPresent());
        more.setManaged(more.isVisible());
        List<Fact> all = new ArrayList<>();
        if (server.isPresent() && known.isPresent()) {
            boolean modern = server.get().revision().era() == Era.MODERN;
            all.addAll(modern ? listening(known.get().listening()) : unasked(server.get()));
            known.get().subscribed().forEach(one -> all.add(subscribed(one)));
        }
        facts.set(all);
        long total = connection.notifications().total();
        String phase =
                known.map(k -> k.listening().phase())
                        .filter(p -> p != ListenState.Phase.OFF)
                        .map(p -> ListenWords.of(p) + ", ")
                        .orElse("");
        String count = String.format(Locale.ROOT, "%,d notification", total);
        summary.set(phase + count + (total == 1 ? "" : "s"));
    }

    private List<Fact> listening(ListenState state) {
        for (Map.Entry<String, CheckBox> list : lists.entrySet()) {
            boolean offered = state.offered().contains(list.getKey());
            list.getValue().setDisable(!offered);
            list.getValue().setText(list.getKey() + (offered ? "" : " (not offered)"));
            if (!list.getValue().isFocused()) {
                list.getValue().setSelected(state.lists().contains(list.getKey()));
            }
        }
        return List.of(
                new Fact("Listen to changes of", "", List.copyOf(lists.values())),
                Fact.of("subscriptions/listen", ListenWords.sentence(state)),
                Fact.of("Acknowledged", state.granted().map(JsonNode::toString).orElse("")));
    }

    private static List<Fact> unasked(ServerDescription server) {
        List<String> told = new ArrayList<>();
        for (String list : List.of("tools", "prompts", "resources")) {
            if (server.json().at("/capabilities/" + list + "/listChanged").asBoolean(false)) {
                told.add(list);
            }
        }
        return List.of(
                Fact.of(
                        "Changes of lists",
                        told.isEmpty()
                                ? "The server declares that it tells of none."
                                : "told unasked of " + String.join(", ", told)));
    }

    private Fact subscribed(String one) {
        Button button =
                unsubscribe.computeIfAbsent(
                        one,
                        _ -> {
                            Button made = new Button("Unsubscribe");
                            made.getStyleClass().add("small");
                            made.setAccessibleText("Unsubscribe from " + one);
                            made.setOnAction(
                                    _ -> ask(s -> s.unsubscribe(one, CallOptions.DEFAULT).await()));
                            return made;
                        });
        return Fact.of("Resource", one, button);
    }

    private void listen() {
        TreeSet<String> wanted = new TreeSet<>();
        lists.forEach((list, box) -> {
            if (box.isSelected()) {
                wanted.add(list);
            }
        });
        connection.session().ifPresent(session -> session.listenTo(wanted));
    }

    private void subscribe() {
        String wanted = uri.getText().strip();
        ask(session -> session.subscribe(wanted, CallOptions.DEFAULT).await());
    }

    private interface Ask {
        Outcome<JsonNode> of(McpSession session);
    }

    private void ask(Ask ask) {
        connection
                .session()
                .ifPresent(session ->
                        Thread.ofVirtual()
                                .name("subscription")
                                .start(() -> {
                                    Outcome<JsonNode> outcome = ask.of(session);
                                    services.batcher().run(() -> done(outcome));
                                }));
    }

    private void done(Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.NotOk<JsonNode> failed) {
            services.workbench().problem("Not subscribed: " + failed.problem().message());
        }
        show(connection.snapshot());
    }

    @Override
    public void close() {
        heard.close();
    }
}

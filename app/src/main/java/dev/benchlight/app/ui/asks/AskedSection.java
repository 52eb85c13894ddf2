package dev.benchlight.app.ui.asks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.mcp.Asking;
import dev.benchlight.mcp.McpSession;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Objects;

/// The folders that a server is told of, and what it is answered without asking, to be taken back.
/// JavaFX thread only.
public final class AskedSection implements ServerSection {
    private final String server;
    private final ServerAnswers kept;
    private final FoldersPane folders;
    private final VBox allowed = new VBox(2);
    private final VBox node;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public AskedSection(Connection connection, ServerAnswers kept, AskServices services) {
        this.kept = kept;
        server = connection.entry().name();
        folders =
                new FoldersPane(
                        services,
                        now -> {
                            kept.change(server, k -> k.with(now));
                            connection.session().ifPresent(McpSession::rootsChanged);
                            refresh();
                        });
        node =
                new VBox(
                        8,
                        Layout.paragraph("Folders that it is told of when it asks:", "text-muted"),
                        folders,
                        allowed);
        node.getStylesheets()
                .add(
                        Objects.requireNonNull(AsksPanel.class.getResource("asks.css"))
                                .toExternalForm());
        refresh();
    }

    @Override
    public String title() {
        return "What it may ask";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Somebody else may have changed it: a question that was answered.
    @Override
    public void show(ConnectionSnapshot snapshot) {
        refresh();
    }

    private void refresh() {
        ServerAnswers.Kept now = kept.of(server);
        if (!now.roots().equals(folders.folders()) || summary.get().isEmpty()) {
            folders.show(now.roots());
        }
        List<String> methods = now.allowed().stream().sorted().toList();
        allowed.getChildren().setAll(methods.stream().map(this::row).toList());
        if (methods.isEmpty()) {
            allowed.getChildren()
                    .add(
                            Layout.paragraph(
                                    "It is always asked before it is answered.", "text-muted"));
        }
        int count = now.roots().size();
        summary.set(
                (count == 1 ? "1 folder" : count + " folders")
                        + (methods.isEmpty() ? ", always asked" : ", some without asking"));
    }

    private HBox row(String method) {
        Label what = new Label(words(method));
        HBox row =
                new HBox(
                        8,
                        what,
                        Layout.button(
                                "Ask again",
                                () -> {
                                    kept.change(server, k -> k.without(method));
                                    refresh();
                                },
                                "small"));
        row.getStyleClass().add("center-line");
        return row;
    }

    private static String words(String method) {
        return switch (method) {
            case Asking.ROOTS -> "Its folders are told without asking.";
            case Asking.SAMPLING -> "Every wish for a model is refused without asking.";
            default -> "Every form and page is declined without asking.";
        };
    }
}

package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Shows the whole of what an entry would start or send, and asks.
final class TrustPane extends VBox {
    private final ServerConfig config;
    private final Button refuse = new Button("Don't start");
    private final Button start = new Button("Start this server");
    private final TextArea values = area("Environment variables");

    TrustPane(ServerEntry entry, ServerConfig visible) {
        super(10);
        this.config = visible;
        setPrefSize(680, 560);
        Label question = new Label(question());
        question.getStyleClass().add(Styles.TITLE_4);
        getChildren().addAll(question, wrapped(consequence()));
        TextArea command = area("Command line, one argument per line");
        command.setId("trust-command");
        command.setWrapText(true);
        command.setText(command());
        VBox.setVgrow(command, Priority.ALWAYS);
        getChildren().addAll(heading(command.getAccessibleText()), command);
        if (!secrets().isEmpty()) {
            addValues();
        }
        getChildren().add(wrapped("From: " + origin(entry)));
        refuse.setId("trust-refuse");
        refuse.setCancelButton(true);
        refuse.setDefaultButton(true);
        start.setId("trust-start");
        if (visible instanceof ServerConfig.Http) {
            start.setText("Use this server");
            refuse.setText("Don't use");
        }
        getChildren().add(StageDialogs.buttons(start, refuse));
    }

    String title() {
        return config instanceof ServerConfig.Stdio
                ? "Start " + VisibleText.strict(config.name()) + "?"
                : "Use " + VisibleText.strict(config.name()) + "?";
    }

    /// The safe answer is the one that Enter gives.
    void focusRefusal() {
        refuse.requestFocus();
    }

    void onDecision(Consumer<Boolean> decided) {
        refuse.setOnAction(event -> decided.accept(false));
        start.setOnAction(event -> decided.accept(true));
    }

    private String question() {
        return switch (config) {
            case ServerConfig.Stdio _ ->
                    "“" + VisibleText.strict(config.name()) + "” starts a program on your computer";
            case ServerConfig.Http _ ->
                    "“" + VisibleText.strict(config.name()) + "” is sent a secret of yours";
        };
    }

    private String consequence() {
        return switch (config) {
            case ServerConfig.Stdio _ ->
                    "It runs with your rights: it can read and change your files and use the"
                            + " network. Start it only if you know where it comes from. Any later"
                            + " change of the command asks again.";
            case ServerConfig.Http _ ->
                    "The header fields below go to this address with each request. Use it only if"
                            + " you know who runs it.";
        };
    }

    private String command() {
        return switch (config) {
            case ServerConfig.Stdio stdio -> {
                StringBuilder lines = new StringBuilder(VisibleText.strict(stdio.command()));
                stdio.arguments().forEach(a -> lines.append('\n').append(VisibleText.strict(a)));
                lines.append("\n\nFolder: ");
                lines.append(
                        stdio.directory() == null
                                ? "the one Benchlight was started in"
                                : VisibleText.strict(stdio.directory().toString()));
                yield lines.toString();
            }
            case ServerConfig.Http http -> VisibleText.strict(http.url().toString());
        };
    }

    private Map<String, String> secrets() {
        return new TreeMap<>(
                switch (config) {
                    case ServerConfig.Stdio stdio -> stdio.environment();
                    case ServerConfig.Http http -> http.headers();
                });
    }

    private void addValues() {
        String what =
                config instanceof ServerConfig.Stdio ? "Environment variables" : "Header fields";
        values.setAccessibleText(what);
        values.setPrefRowCount(Math.min(6, secrets().size() + 1));
        values.setMinHeight(60);
        CheckBox reveal = new CheckBox("Show values");
        reveal.selectedProperty().subscribe(this::showValues);
        getChildren().addAll(heading(what), values, reveal);
    }

    private void showValues(boolean revealed) {
        StringBuilder lines = new StringBuilder();
        secrets()
                .forEach((name, value) ->
                        lines.append(VisibleText.strict(name))
                                .append(" = ")
                                .append(revealed ? VisibleText.strict(value) : "••••••")
                                .append('\n'));
        values.setText(lines.toString());
    }

    private static String origin(ServerEntry entry) {
        return entry.file() == null ? "not saved" : entry.file().toString();
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static TextArea area(String name) {
        TextArea area = new TextArea();
        area.setEditable(false);
        area.getStyleClass().add("monospaced");
        area.setAccessibleText(name);
        return area;
    }
}

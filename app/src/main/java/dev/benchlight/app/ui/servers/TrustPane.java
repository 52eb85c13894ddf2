package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.AccessFields;
import dev.benchlight.app.workspace.EntryReader;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.ShownValue;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Shows the whole of what an entry would start or send, and asks.
final class TrustPane extends VBox {
    private static final int COLUMNS = 92;

    /// More scroll, so that the question fits on a small screen.
    private static final int MOST_ROWS = 16;

    private final ServerConfig config;
    private final Button refuse = new Button("Don't start");
    private final Button start = new Button("Start this server");
    private final TextArea shownValues = area("Environment variables");

    /// @param changed what differs from an earlier approval, as a sentence, or empty
    TrustPane(ServerEntry entry, ServerConfig visible, String changed) {
        super(10);
        this.config = visible;
        setPrefWidth(820);
        Label question = new Label(question());
        question.getStyleClass().add(Styles.TITLE_4);
        getChildren().addAll(question, wrapped(consequence()));
        if (!changed.isEmpty()) {
            Label since = wrapped(VisibleText.strict(changed));
            since.setId("trust-changed");
            since.getStyleClass().add(Styles.TEXT_BOLD);
            getChildren().add(since);
        }
        TextArea command = area(commandName());
        command.setId("trust-command");
        command.setWrapText(true);
        command.setText(command());
        command.setPrefRowCount(Math.min(MOST_ROWS, rows(command.getText())));
        command.setMinHeight(60);
        VBox.setVgrow(command, Priority.ALWAYS);
        getChildren().addAll(heading(command.getAccessibleText()), command);
        if (!values().isEmpty()) {
            addValues();
        }
        if (visible instanceof ServerConfig.Stdio stdio) {
            getChildren().add(wrapped("Folder: " + folder(stdio)));
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
                            + " change of what is shown here asks again; a change inside the"
                            + " programs it runs does not.";
            case ServerConfig.Http _ ->
                    "The header fields below go to this address with each request. Use it only if"
                            + " you know who runs it.";
        };
    }

    private String commandName() {
        int arguments = config instanceof ServerConfig.Stdio stdio ? stdio.arguments().size() : 0;
        return switch (arguments) {
            case 0 -> config instanceof ServerConfig.Stdio ? "Command" : "Address";
            case 1 -> "Command, and its argument below it";
            default -> "Command, and its " + arguments + " arguments, each on a line";
        };
    }

    /// Where it will run.
    private static String folder(ServerConfig.Stdio stdio) {
        return VisibleText.strict(Objects.requireNonNull(stdio.directory(), "folder").toString());
    }

    private String command() {
        return switch (config) {
            case ServerConfig.Stdio stdio -> {
                StringBuilder lines = new StringBuilder(VisibleText.strict(stdio.command()));
                stdio.arguments().forEach(a -> lines.append('\n').append(VisibleText.strict(a)));
                yield lines.toString();
            }
            case ServerConfig.Http http -> {
                StringBuilder lines =
                        new StringBuilder(VisibleText.strict(EntryReader.written(http.url())));
                AccessFields.of(http.access())
                        .forEach((name, value) ->
                                lines.append('\n')
                                        .append(
                                                VisibleText.strict(
                                                        name
                                                                + ": "
                                                                + AccessFields.shown(
                                                                        name, value))));
                yield lines.toString();
            }
        };
    }

    /// How many rows a text takes once it is wrapped.
    private static int rows(String text) {
        return text.lines().mapToInt(line -> 1 + Math.max(0, line.length() - 1) / COLUMNS).sum();
    }

    private Map<String, String> values() {
        return new TreeMap<>(
                switch (config) {
                    case ServerConfig.Stdio stdio -> stdio.environment();
                    case ServerConfig.Http http -> http.headers();
                });
    }

    private void addValues() {
        String what =
                config instanceof ServerConfig.Stdio ? "Environment variables" : "Header fields";
        shownValues.setId("trust-values");
        shownValues.setAccessibleText(what);
        shownValues.setWrapText(true);
        showValues(false);
        shownValues.setPrefRowCount(Math.min(6, 1 + rows(shownValues.getText())));
        shownValues.setMinHeight(60);
        getChildren().addAll(heading(what), shownValues);
        if (values().entrySet().stream()
                .anyMatch(value -> ShownValue.isHidden(value.getKey(), value.getValue()))) {
            CheckBox reveal = new CheckBox("Show hidden values");
            reveal.setId("trust-reveal");
            reveal.selectedProperty().subscribe(this::showValues);
            getChildren().add(reveal);
        }
    }

    private void showValues(boolean whole) {
        List<String> lines = new ArrayList<>();
        values().forEach((name, value) -> {
            String shown =
                    whole || !ShownValue.isHidden(name, value)
                            ? VisibleText.strict(value)
                            : ShownValue.HIDDEN;
            lines.add(VisibleText.strict(name) + " = " + shown);
        });
        shownValues.setText(String.join("\n", lines));
    }

    private static String origin(ServerEntry entry) {
        return entry.file() == null ? "not saved" : VisibleText.strict(entry.file().toString());
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

package dev.benchlight.app.ui.palette;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Search and run anything: a layer above the window, hidden until shown. Lives on the JavaFX
/// thread.
public final class Palette extends StackPane {
    private static final int SHOWN = 200;
    private static final double ROW = 26;

    /// Characters of a name, and of where it belongs, which keeps its place beside any name.
    private static final int NAME = 120;

    private static final int PLACE = 32;

    private final Supplier<List<Command>> commands;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private List<Command> all = List.of();
    private @Nullable Node before;

    /// Something to run.
    ///
    /// @param title another name people know it by, or empty
    /// @param kind a word such as "Tool" or "Action"
    /// @param detail where it belongs, or its keys
    public record Command(String name, String title, String kind, String detail, Runnable action) {}

    public Palette(Supplier<List<Command>> commands) {
        this.commands = commands;
        getStyleClass().add("palette-layer");
        setVisible(false);
        field.setId("palette-field");
        field.setPromptText("Search tools, prompts, resources, servers and actions");
        field.setAccessibleText("Search or run anything");
        field.textProperty().subscribe(text -> filter());
        list.setCellFactory(view -> new CommandCell());
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setAccessibleText("Found");
        list.getStyleClass().add(Styles.DENSE);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label("Nothing fits"));
        list.setOnMouseClicked(event -> run());
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(620, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(_ -> keepKeyboard());
    }

    /// Shows it; what had the keyboard gets it back when it is hidden again.
    public void show() {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        all = commands.get();
        field.clear();
        filter();
        setVisible(true);
        field.requestFocus();
    }

    public void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    /// What is below may ask for the keyboard late, such as a tab that has just been restored: it
    /// gets it when this is hidden.
    private void keepKeyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (isVisible() && owner != null && !owner.equals(field)) {
            int caret = field.getCaretPosition();
            before = owner;
            field.requestFocus();
            field.positionCaret(caret);
        }
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> run();
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + 10);
            case PAGE_UP -> select(at - 10);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        int at = Math.clamp(index, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 5));
    }

    private void filter() {
        list.getItems().setAll(best(all, field.getText()));
        list.setPrefHeight(Math.clamp(list.getItems().size(), 1, 14) * ROW + 2);
        select(0);
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            hide();
            command.action().run();
        }
    }

    /// Those that fit, best first; in their own order where nothing was typed.
    static List<Command> best(List<Command> commands, String typed) {
        if (typed.isBlank()) {
            return commands.stream().limit(SHOWN).toList();
        }
        record Scored(Command command, int score) {}
        return commands.stream()
                .map(c -> new Scored(c, score(typed, c)))
                .filter(s -> s.score() >= 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(SHOWN)
                .map(Scored::command)
                .toList();
    }

    /// What it is called counts most. Words of where it belongs find it too, to tell two of the
    /// same name apart.
    private static int score(String typed, Command command) {
        int name = Fuzzy.score(typed, command.name());
        int title = Fuzzy.score(typed, command.title());
        String whole =
                String.join(" ", command.name(), command.title(), command.kind(), command.detail())
                        .toLowerCase(Locale.ROOT);
        boolean words =
                Stream.of(typed.toLowerCase(Locale.ROOT).strip().split(" +"))
                        .allMatch(whole::contains);
        return Math.max(Math.max(name, title - 1), words ? 0 : -1);
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                return;
            }
            Label name = new Label(VisibleText.name(command.name(), NAME));
            name.setMinWidth(0);
            Label title = muted(VisibleText.name(command.title(), NAME));
            title.setMinWidth(0);
            Label detail = muted(VisibleText.name(command.detail(), PLACE));
            detail.setMinWidth(Region.USE_PREF_SIZE);
            Label kind = muted(command.kind());
            kind.getStyleClass().add("palette-kind");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8, name, title, gap, detail, kind);
            line.getStyleClass().add("center-line");
            setGraphic(line);
            setPrefWidth(0);
            setAccessibleText(
                    "%s, %s %s".formatted(name.getText(), command.kind(), detail.getText()));
        }

        private static Label muted(String text) {
            Label label = new Label(text);
            label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            return label;
        }
    }
}

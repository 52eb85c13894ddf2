package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.signin.AskPane;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.mcp.SessionState;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Draws one row of the sidebar.
final class RowCell extends ListCell<Row> {
    private static final double SCROLL_BAR = 12;
    private static final int LONGEST_HINT = 120;
    private static final int SHORT_NAME = 12;
    private static final int SHORT_WORD = 16;

    private final Function<String, ServerMenu> menus;
    private final SignIns signIns;
    private final Function<String, Optional<Node>> badges;
    private final ItemLine item = new ItemLine();

    /// @param badges what stands beside a server's state, if anything
    RowCell(
            Consumer<Row> activate,
            Function<String, ServerMenu> menus,
            SignIns signIns,
            Function<String, Optional<Node>> badges) {
        this.menus = menus;
        this.signIns = signIns;
        this.badges = badges;
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            Row row = getItem();
            if (row == null || event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            activate.accept(row);
            if (row instanceof Row.Server && event.getClickCount() == 2) {
                menus.apply(row.server()).details();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setContextMenu(null);
        if (empty || !(row instanceof Row.Item)) {
            setTooltip(null);
        }
        setText(null);
        setGraphic(row == null || empty ? null : graphic(row));
    }

    /// Wrapped text needs its height for the width there is; a list asks without saying the width.
    @Override
    protected double computePrefHeight(double width) {
        Row row = getItem();
        if (isEmpty()
                || row instanceof Row.Server
                || row instanceof Row.Section
                || row instanceof Row.Item) {
            return super.computePrefHeight(width);
        }
        double room = getWidth() > 0 ? getWidth() : getListView().getWidth() - SCROLL_BAR;
        return getGraphic().prefHeight(room - snappedLeftInset() - snappedRightInset())
                + snappedTopInset()
                + snappedBottomInset();
    }

    private Node graphic(Row row) {
        return switch (row) {
            case Row.Server server -> server(server);
            case Row.Failure failure -> failure(failure);
            case Row.SignIn(String name, var state) -> new AskPane(name, signIns.of(name), state);
            case Row.Note note -> note(note);
            case Row.Section section -> section(section);
            case Row.Item item -> item(item);
        };
    }

    private static String nameOf(Row row) {
        return VisibleText.name(row.server());
    }

    private Node server(Row.Server row) {
        ServerMenu menu = menus.apply(row.server());
        setContextMenu(menu.build());
        SessionState state = row.snapshot().state();
        Circle dot = new Circle(4);
        dot.getStyleClass().addAll("state-dot", StateWord.style(state));
        Label name = new Label(nameOf(row));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(row.server().length() < SHORT_NAME ? Region.USE_PREF_SIZE : 60);
        Label word = new Label(row.asks().isEmpty() ? StateWord.of(row.snapshot()) : row.asks());
        word.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        word.setMinWidth(word.getText().length() < SHORT_WORD ? Region.USE_PREF_SIZE : 60);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = line(0, chevron(row), dot, name, word, gap);
        Optional<Node> badge = badges.apply(row.server());
        badge.ifPresent(line.getChildren()::add);
        boolean idle = state instanceof SessionState.Closed || state instanceof SessionState.Failed;
        line.getChildren()
                .add(
                        idle
                                ? Icons.button(
                                        Feather.PLAY, "Connect " + nameOf(row), menu::connect)
                                : Icons.button(
                                        Feather.POWER,
                                        "Disconnect " + nameOf(row),
                                        menu::disconnect));
        setAccessibleText(
                nameOf(row)
                        + ", "
                        + word.getText()
                        + badge.map(b -> ". " + b.getAccessibleText()).orElse(""));
        setTooltip(Tip.of(nameOf(row) + ": " + word.getText()));
        return line;
    }

    private Node failure(Row.Failure row) {
        var problem = row.state().problem();
        ServerMenu menu = menus.apply(row.server());
        VBox box = new VBox(4);
        box.getStyleClass().add("failure");
        box.getChildren().add(wrapped(row.headline(), Styles.TEXT_BOLD));
        box.getChildren().add(wrapped(VisibleText.sentence(problem.message()), Styles.TEXT));
        if (problem.hint() != null && !row.isSaid(problem.hint())) {
            String hint = VisibleText.sentence(problem.hint());
            boolean cut = hint.length() > LONGEST_HINT;
            String brief = cut ? hint.substring(0, LONGEST_HINT) + "…" : hint;
            box.getChildren().add(wrapped(brief, Styles.TEXT_MUTED));
            setTooltip(cut ? wide(hint) : null);
        }
        if (!row.lastStderr().isBlank()) {
            box.getChildren().add(wrapped(VisibleText.of(row.lastStderr()), "stderr-tail"));
        }
        HBox buttons =
                new HBox(
                        6,
                        small(row.ended() ? "Restart" : "Try again", menu::connect),
                        small("Edit…", menu::edit));
        buttons.getChildren().getLast().setDisable(!menu.isEditable());
        box.getChildren().add(buttons);
        setAccessibleText(nameOf(row) + ": " + row.headline() + ". " + problem.message());
        return box;
    }

    private static Button small(String name, Runnable action) {
        Button button = new Button(name);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node note(Row.Note row) {
        HBox line =
                line(1, Icons.icon(Feather.ALERT_TRIANGLE), wrapped(row.text(), Styles.WARNING));
        setAccessibleText(row.text());
        return line;
    }

    private Node section(Row.Section row) {
        Label name = new Label(row.kind().label());
        Label count = new Label(Integer.toString(row.count()));
        count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        HBox line = line(1, chevron(row.expanded()), name, count);
        String more = row.remembered() ? ", from memory" : "";
        if (row.remembered()) {
            Label memory = new Label("from memory");
            memory.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            memory.setTooltip(Tip.of("Not asked for again: the last answer still holds (ttlMs)"));
            line.getChildren().add(memory);
        }
        setAccessibleText(row.kind().label() + " of " + nameOf(row) + ", " + row.count() + more);
        return line;
    }

    private Node item(Row.Item row) {
        item.show(row);
        setTooltip(item.tip());
        String mark = row.mark() == Changes.Mark.NONE ? "" : ", " + row.mark().word();
        setAccessibleText(VisibleText.name(row.title()) + " of " + nameOf(row) + mark);
        return item;
    }

    private static Tooltip wide(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        return tip;
    }

    private static Node chevron(Row.Server row) {
        Node chevron = chevron(row.expanded());
        chevron.setVisible(row.folds());
        return chevron;
    }

    private static Node chevron(boolean expanded) {
        return Icons.icon(expanded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    }

    private static HBox line(int depth, Node... nodes) {
        HBox line = new HBox(6, nodes);
        line.getStyleClass().addAll("center-line", "depth-" + depth);
        return line;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

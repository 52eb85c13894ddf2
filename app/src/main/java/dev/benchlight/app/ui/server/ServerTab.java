package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.SessionState;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// All that is known of a server, section below section. Lives on the JavaFX thread.
public final class ServerTab implements TabContent {
    private final Connection connection;
    private final Workbench workbench;
    private final VBox node = new VBox();
    private final ServerHeader header;
    private final SteadyColumn column = new SteadyColumn();
    private final ScrollPane scroll = column.scroll();
    private final List<SectionView> sections = new ArrayList<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper draft = new ReadOnlyStringWrapper();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Runnable end;
    private FoldedSections folded;
    private @Nullable SectionView last;

    /// @param sections from top to bottom; closed with the tab
    /// @param draft of an earlier tab, or empty
    public ServerTab(
            Connection connection,
            FxBatcher batcher,
            Workbench workbench,
            List<ServerSection> sections,
            String draft) {
        this.connection = connection;
        this.workbench = workbench;
        this.draft.set(draft);
        folded = FoldedSections.of(draft);
        Contents contents = new Contents(this::shown, this::goTo);
        header =
                new ServerHeader(
                        contents.button(), this::run, connection::disconnect, connection::refresh);
        for (ServerSection section : sections) {
            add(new SectionView(section, folded.isOpen(section)));
        }
        node.getStyleClass().add("server-tab");
        node.getStylesheets()
                .add(
                        Objects.requireNonNull(ServerTab.class.getResource("server.css"))
                                .toExternalForm());
        column.getStyleClass().add("sections");
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        KeyboardScroll.follow(scroll);
        // A button of its own goes to its neighbour with each arrow.
        column.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        node.addEventFilter(KeyEvent.KEY_PRESSED, contents::key);
        node.getChildren().addAll(header, scroll);
        end =
                connection.subscribe(_ -> {
                    if (stale.compareAndSet(false, true)) {
                        batcher.run(this::showLatest);
                    }
                });
        show(connection.snapshot());
    }

    private void add(SectionView view) {
        sections.add(view);
        view.openProperty()
                .subscribe((_, open) -> {
                    folded = folded.with(view.section(), open);
                    draft.set(folded.text());
                    if (open) {
                        reveal(view);
                    }
                });
        view.head()
                .focusedProperty()
                .subscribe(focused -> {
                    if (focused) {
                        last = view;
                    }
                });
        column.getChildren().add(view);
    }

    /// What was just unfolded may stand below what is seen.
    private void reveal(SectionView view) {
        if (scroll.getScene() != null) {
            scroll.applyCss();
            scroll.layout();
            KeyboardScroll.reveal(scroll, view);
        }
    }

    private List<SectionView> shown() {
        return sections.stream().filter(Node::isVisible).toList();
    }

    private void goTo(SectionView view) {
        view.openProperty().set(true);
        view.head().requestFocus();
        reveal(view);
    }

    private void showLatest() {
        stale.set(false);
        show(connection.snapshot());
    }

    private void show(ConnectionSnapshot snapshot) {
        running.set(snapshot.state() instanceof SessionState.Connecting);
        header.show(snapshot);
        for (SectionView view : sections) {
            boolean applies = view.section().applies(snapshot);
            view.setVisible(applies);
            view.setManaged(applies);
            view.section().show(snapshot);
        }
    }

    /// The arrows go from title to title, and fold.
    private void key(KeyEvent event) {
        List<SectionView> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            SectionView view = shown.get(i);
            if (view.head().isFocused()) {
                switch (event.getCode()) {
                    case DOWN -> shown.get(Math.min(i + 1, shown.size() - 1)).head().requestFocus();
                    case UP -> shown.get(Math.max(i - 1, 0)).head().requestFocus();
                    case HOME -> shown.getFirst().head().requestFocus();
                    case END -> shown.getLast().head().requestFocus();
                    case RIGHT -> view.openProperty().set(true);
                    case LEFT -> view.openProperty().set(false);
                    default -> {
                        return;
                    }
                }
                event.consume();
                return;
            }
        }
    }

    @Override
    public String title() {
        return connection.entry().name();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /// Connects; a server that is connected lists anew what it offers.
    @Override
    public void run() {
        if (connection.session().isPresent()) {
            connection.refresh();
        } else {
            workbench.connect(connection, false, () -> {});
        }
    }

    /// Goes on where the keyboard was last.
    @Override
    public void focus() {
        List<SectionView> shown = shown();
        SectionView at = last;
        (at != null && shown.contains(at) ? at : shown.getFirst()).head().requestFocus();
    }

    @Override
    public void goTo(String section) {
        shown().stream()
                .filter(view -> view.section().title().equals(section))
                .findFirst()
                .ifPresent(this::goTo);
    }

    @Override
    public void close() {
        end.run();
        sections.forEach(view -> view.section().close());
    }
}

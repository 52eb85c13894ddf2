package dev.benchlight.app.ui.tasks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.mcp.tasks.TaskRun;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tasks that calls of this session became, and those that the server lists; newest first.
/// JavaFX thread only.
public final class TasksSection implements ServerSection {
    private static final int MOST_SHOWN = 50;

    private final Connection connection;
    private final TaskActions actions;
    private final Button list;
    private final VBox lines = new VBox(4);
    private final VBox node = new VBox(6);
    private final Map<String, TaskLine> byId = new HashMap<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public TasksSection(Connection connection, TabServices services) {
        this.connection = connection;
        actions = new TaskActions(connection, services);
        list = new Button("List all", new FontIcon(Feather.LIST));
        list.getStyleClass().add("small");
        list.setTooltip(new Tooltip("tasks/list: also those of other sessions"));
        list.managedProperty().bind(list.visibleProperty());
        list.setOnAction(_ -> actions.list());
        node.getChildren().addAll(list, lines);
    }

    @Override
    public String title() {
        return "Tasks";
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
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return !tasks().isEmpty() || canList();
    }

    private boolean canList() {
        return connection.session().filter(session -> session.tasks().canList()).isPresent();
    }

    private List<TaskRun> tasks() {
        return connection.session().map(session -> session.tasks().all()).orElse(List.of());
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        list.setVisible(canList());
        List<TaskRun> all = tasks();
        List<TaskRun> shown = all.reversed().stream().limit(MOST_SHOWN).toList();
        byId.keySet().retainAll(shown.stream().map(run -> run.task().id()).toList());
        List<TaskLine> now = shown.stream().map(this::line).toList();
        if (!lines.getChildren().equals(now)) {
            lines.getChildren().setAll(now);
        }
        long running = all.stream().filter(run -> !run.task().status().isFinal()).count();
        String more = all.size() > MOST_SHOWN ? ", the last " + MOST_SHOWN + " shown" : "";
        summary.set(
                all.isEmpty() ? "none known" : running + " of " + all.size() + " running" + more);
    }

    private TaskLine line(TaskRun run) {
        TaskLine line = byId.computeIfAbsent(run.task().id(), _ -> new TaskLine(run, actions));
        line.show(run);
        return line;
    }
}

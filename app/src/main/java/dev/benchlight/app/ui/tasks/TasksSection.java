package dev.benchlight.app.ui.tasks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.app.ui.server.ServerSection;
import dev.benchlight.mcp.tasks.TaskRun;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tasks that calls of this session became, newest first. JavaFX thread only.
public final class TasksSection implements ServerSection {
    private static final int MOST_SHOWN = 50;

    private final Connection connection;
    private final TaskActions actions;
    private final VBox lines = new VBox(4);
    private final Map<String, TaskLine> byId = new HashMap<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public TasksSection(Connection connection, TabServices services) {
        this.connection = connection;
        actions = new TaskActions(connection, services);
    }

    @Override
    public String title() {
        return "Tasks";
    }

    @Override
    public Node node() {
        return lines;
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
        return !tasks().isEmpty();
    }

    private List<TaskRun> tasks() {
        return connection.session().map(session -> session.tasks().all()).orElse(List.of());
    }

    @Override
    public void show(ConnectionSnapshot snapshot) {
        List<TaskRun> all = tasks();
        List<TaskRun> shown = all.reversed().stream().limit(MOST_SHOWN).toList();
        byId.keySet().retainAll(shown.stream().map(run -> run.task().id()).toList());
        List<TaskLine> now = shown.stream().map(this::line).toList();
        if (!lines.getChildren().equals(now)) {
            lines.getChildren().setAll(now);
        }
        long running = all.stream().filter(run -> !run.task().status().isFinal()).count();
        String more = all.size() > MOST_SHOWN ? ", the last " + MOST_SHOWN + " shown" : "";
        summary.set(running + " of " + all.size() + " running" + more);
    }

    private TaskLine line(TaskRun run) {
        TaskLine line = byId.computeIfAbsent(run.task().id(), _ -> new TaskLine(run, actions));
        line.show(run);
        return line;
    }
}

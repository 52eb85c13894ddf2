package dev.benchlight.app.ui.tasks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionTasks;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;

import java.util.Optional;

/// Lets the user call a tool as a task, where the server and the tool leave that to the client.
/// JavaFX thread only.
public final class TaskChoice {
    private final Connection connection;
    private final FxBatcher batcher;
    private final String tool;
    private final CheckBox box = new CheckBox("As a task");
    private boolean wanted;

    public TaskChoice(Connection connection, FxBatcher batcher, String tool) {
        this.connection = connection;
        this.batcher = batcher;
        this.tool = tool;
        box.setId("as-task");
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        box.setOnAction(_ -> wanted = box.isSelected());
    }

    public CheckBox box() {
        return box;
    }

    /// Whether the next call is to become a task.
    public boolean isWanted() {
        return (wanted && may()) || must();
    }

    private Optional<SessionTasks> tasks() {
        return connection.session().map(McpSession::tasks);
    }

    private boolean may() {
        return tasks().filter(tasks -> tasks.mayBeTask(tool)).isPresent();
    }

    private boolean must() {
        return tasks().filter(tasks -> tasks.mustBeTask(tool)).isPresent();
    }

    /// Follows the connection.
    ///
    /// @return ends that
    public Runnable start() {
        Runnable end = connection.subscribe(_ -> batcher.run(this::follow));
        follow();
        return end;
    }

    private void follow() {
        boolean must = must();
        box.setVisible(may());
        box.setManaged(box.isVisible());
        box.setSelected(isWanted());
        box.setDisable(must);
        String why =
                must
                        ? "This tool runs as a task and in no other way"
                        : "The server answers at once, goes on with the work, and is polled";
        box.setTooltip(new Tooltip(why));
        box.setAccessibleText("As a task. " + why);
    }
}

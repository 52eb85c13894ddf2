package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.tasks.TaskRun;

import java.util.Optional;

/// Says of a task that it goes on though its tab was closed, and where it is found.
final class LeftTask {
    private LeftTask() {}

    static void tell(Optional<TaskRun> task, Workbench workbench) {
        task.map(run -> VisibleText.name(run.task().shortId()))
                .ifPresent(id ->
                        workbench.toast("Task " + id + " goes on; its server's tab lists it"));
    }
}

package dev.benchlight.app.cli;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.tasks.TaskRun;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// Tells on standard error how tasks stand, each time that changes. Thread-safe.
final class TaskLines {
    private final Console console;
    private final Map<String, String> told = new HashMap<>();
    private volatile @Nullable McpSession session;

    TaskLines(Console console) {
        this.console = console;
    }

    void watch(McpSession newSession) {
        session = newSession;
    }

    void changed() {
        McpSession watched = session;
        if (watched != null) {
            watched.tasks().all().forEach(this::tell);
        }
    }

    private synchronized void tell(TaskRun run) {
        String state = run.task().status() + run.task().message().orElse("");
        if (!state.equals(told.put(run.task().id(), state))) {
            console.err().println(Visible.line(run.words()));
            console.err().flush();
        }
    }
}

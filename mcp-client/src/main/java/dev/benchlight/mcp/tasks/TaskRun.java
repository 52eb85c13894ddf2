package dev.benchlight.mcp.tasks;

import dev.benchlight.trace.SpanContext;

/// A task of a session, and what was done about it so far. Immutable.
///
/// @param tool whose call became this task, or an empty string where that is not known
/// @param call the span that its polls stand below
/// @param polls how many times it was asked for
/// @param followed whether it is being waited for
public record TaskRun(Task task, String tool, SpanContext call, int polls, boolean followed) {
    /// Such as `task 12ab working · polled 4 times · Gathering sources`, unescaped.
    public String words() {
        String text = "task " + task.shortId() + " " + task.status().word().replace('_', ' ');
        String times =
                switch (polls) {
                    case 0 -> "";
                    case 1 -> " · polled once";
                    default -> " · polled " + polls + " times";
                };
        return text + times + task.message().map(message -> " · " + message).orElse("");
    }

    /// After one more answer to a poll.
    public TaskRun polled(Task newer) {
        return new TaskRun(last(newer), tool, call, polls + 1, followed);
    }

    /// After the server told of it.
    public TaskRun told(Task newer) {
        return new TaskRun(last(newer), tool, call, polls, followed);
    }

    /// What was overtaken on its way says nothing new of a task that has ended.
    private Task last(Task newer) {
        return task.status().isFinal() && !newer.status().isFinal() ? task : newer;
    }

    /// Waited for from now on, below another span.
    public TaskRun followedBy(SpanContext newCall) {
        return new TaskRun(task, tool, newCall, polls, true);
    }

    public TaskRun left() {
        return new TaskRun(task, tool, call, polls, false);
    }
}

package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Bugs;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.trace.SpanContext;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// The tasks of a session, as they were last heard of: those that run, and the last of those that
/// ended. Thread-safe.
final class TaskBook {
    private static final int MOST = 500;

    private final SessionListener listener;
    private final Map<String, TaskRun> runs = new LinkedHashMap<>();
    private final Map<String, Inbox> inboxes = new LinkedHashMap<>();
    private volatile List<TaskRun> latest = List.of();
    private volatile boolean closed;

    TaskBook(SessionListener listener) {
        this.listener = listener;
    }

    /// What a server told of a task by itself, for the one that follows it: the newest only.
    static final class Inbox {
        private final BlockingQueue<Task> newest = new ArrayBlockingQueue<>(1);

        private void put(Task task) {
            newest.clear();
            newest.offer(task);
        }

        /// Waits for news.
        @Nullable Task await(Duration pause) throws InterruptedException {
            return newest.poll(pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Oldest first. Waits for nobody.
    List<TaskRun> all() {
        return latest;
    }

    /// Begins to follow a task.
    Inbox follow(Task task, String tool, SpanContext call) {
        Inbox inbox = new Inbox();
        synchronized (this) {
            TaskRun known = runs.get(task.id());
            TaskRun run =
                    known == null
                            ? new TaskRun(task, tool, call, 0, true)
                            : known.told(task).followedBy(call);
            runs.put(task.id(), run);
            inboxes.put(task.id(), inbox);
            forgetSome();
        }
        tell();
        return inbox;
    }

    /// Nobody waits for the task any more.
    void leave(String id, Inbox inbox) {
        synchronized (this) {
            inboxes.remove(id, inbox);
        }
        change(id, TaskRun::left);
    }

    /// After a poll, also of a task that was not known.
    void polled(Task task, SpanContext call) {
        synchronized (this) {
            TaskRun known = runs.getOrDefault(task.id(), new TaskRun(task, "", call, 0, false));
            runs.put(task.id(), known.polled(task));
            forgetSome();
        }
        tell();
    }

    /// After a listing. Those that are new only take the room that is left.
    void listed(List<Task> tasks, SpanContext call) {
        synchronized (this) {
            for (Task task : tasks) {
                TaskRun known = runs.get(task.id());
                if (known != null) {
                    runs.put(task.id(), known.told(task));
                } else if (runs.size() < MOST) {
                    runs.put(task.id(), new TaskRun(task, "", call, 0, false));
                }
            }
        }
        tell();
    }

    /// The server told of a task by itself; of one that is not known, nobody asked.
    void told(Task task) {
        Inbox inbox;
        synchronized (this) {
            inbox = inboxes.get(task.id());
        }
        change(task.id(), run -> run.told(task));
        if (inbox != null) {
            inbox.put(task);
        }
    }

    private void change(String id, UnaryOperator<TaskRun> change) {
        synchronized (this) {
            runs.computeIfPresent(id, (_, run) -> change.apply(run));
        }
        tell();
    }

    private void tell() {
        synchronized (this) {
            latest = List.copyOf(runs.values());
        }
        Bugs.survive(listener::tasksChanged);
    }

    private void forgetSome() {
        for (String id : new ArrayList<>(runs.keySet())) {
            if (runs.size() <= MOST) {
                return;
            }
            if (!inboxes.containsKey(id)) {
                runs.remove(id);
            }
        }
    }

    /// Wakes all who wait for tasks of a session that is over.
    void close() {
        closed = true;
        synchronized (this) {
            inboxes.forEach((id, inbox) -> {
                TaskRun run = runs.get(id);
                if (run != null) {
                    inbox.put(run.task());
                }
            });
        }
    }

    boolean isClosed() {
        return closed;
    }
}

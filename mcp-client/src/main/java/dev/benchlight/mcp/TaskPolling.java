package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.PollPause;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskStatus;
import dev.benchlight.trace.SpanContext;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// One task on its way to its end: polled, told of, given what it asks for. Used by one thread.
final class TaskPolling<T> {
    private static final int MOST_ROUNDS = 10;

    /// How many polls in a row may fail for want of an answer.
    private static final int MOST_FAILURES = 3;

    private static final Duration CANCELLING = Duration.ofSeconds(5);

    private final TaskFollower around;
    private final RpcRequest<T> request;
    private final CallOptions options;
    private final SpanContext call;
    private final TaskBook.Inbox inbox;
    private final long start = System.nanoTime();
    private final Set<String> answered = new HashSet<>();
    private long asked;
    private int polls;
    private int rounds;
    private int failures;
    private boolean soon;
    private @Nullable Call<T> result;

    TaskPolling(
            TaskFollower around,
            RpcRequest<T> request,
            CallOptions options,
            SpanContext call,
            TaskBook.Inbox inbox) {
        this.around = around;
        this.request = request;
        this.options = options;
        this.call = call;
        this.inbox = inbox;
    }

    /// @param polled whether it has what belongs to its state, unlike in the answer that made it
    Outcome<T> run(Task first, boolean polled) {
        Task task = first;
        boolean whole = polled || !first.rules().whole();
        soon = !whole && first.status() != TaskStatus.WORKING;
        while (true) {
            Optional<Outcome<T>> end = whole ? take(task) : Optional.empty();
            if (end.isPresent()) {
                boolean runs = !task.status().isFinal();
                return runs && interrupted(end.get()) ? cancelled(task) : end.get();
            }
            Task news;
            try {
                news = news(task);
            } catch (InterruptedException e) {
                return cancelled(task);
            }
            Optional<Outcome<T>> over = over(task);
            if (over.isPresent()) {
                return over.get();
            }
            if (news != null) {
                task = news;
                whole = true;
                continue;
            }
            switch (poll(task)) {
                case Outcome.Ok<Task>(Task next) -> {
                    task = next;
                    whole = true;
                    failures = 0;
                }
                case Outcome.NotOk<Task> failed -> {
                    if (interrupted(failed)) {
                        return cancelled(task);
                    }
                    if (!mayPass(failed)) {
                        return unreachable(task, failed);
                    }
                }
            }
        }
    }

    private static boolean interrupted(Outcome<?> outcome) {
        return outcome instanceof Outcome.Cancelled && Thread.currentThread().isInterrupted();
    }

    private @Nullable Task news(Task task) throws InterruptedException {
        Duration pause =
                soon
                        ? PollPause.SHORTEST
                        : PollPause.of(task, polls, ThreadLocalRandom.current().nextDouble());
        soon = false;
        Duration left = left();
        return inbox.await(pause.compareTo(left) < 0 ? pause : left);
    }

    private Duration left() {
        Duration spent = Duration.ofNanos(System.nanoTime() - start - asked);
        Duration left = options.maximum().minus(spent);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Optional<Outcome<T>> over(Task task) {
        if (around.book().isClosed()) {
            String text = request.method() + " was cancelled: the session was closed";
            return Optional.of(new Outcome.Cancelled<>(Problem.of("cancelled", Layer.INPUT, text)));
        }
        if (left().isZero()) {
            return Optional.of(outlived(task));
        }
        return Optional.empty();
    }

    private Outcome<T> outlived(Task task) {
        String text =
                "task "
                        + task.shortId()
                        + " is still "
                        + task.status().word()
                        + " after "
                        + options.maximum().toSeconds()
                        + " s, and is waited for no longer; the server goes on with it";
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("taskId", task.id());
        return new Outcome.TimedOut<>(
                Problem.of("task-outlived-call", Layer.TRANSPORT, text).withDetails(details));
    }

    private Outcome<Task> poll(Task task) {
        polls++;
        Outcome<Task> outcome =
                around.peer()
                        .request(
                                TaskRequests.get(task.id(), around.reader().get()),
                                step(options.idle()),
                                call.trace())
                        .await();
        if (outcome instanceof Outcome.Ok<Task>(Task polled)) {
            around.book().polled(polled, call);
        }
        return outcome;
    }

    /// Deadlines of a request of its own, within the call's.
    private CallOptions step(Duration most) {
        Duration left = left();
        Duration idle = most.compareTo(left) < 0 ? most : left;
        return options.withDeadlines(idle, left).within(call);
    }

    private boolean mayPass(Outcome.NotOk<Task> failed) {
        failures++;
        boolean unanswered =
                failed instanceof Outcome.TransportError || failed instanceof Outcome.TimedOut;
        return unanswered && failures < MOST_FAILURES && around.peer().isOpen();
    }

    /// A task may well run when it cannot be asked for: its call is not to be made again.
    private Outcome<T> unreachable(Task task, Outcome.NotOk<Task> failed) {
        if (!(failed instanceof Outcome.TransportError<Task>(Problem problem))) {
            return failure(failed);
        }
        String text = "task " + task.shortId() + " cannot be asked for: " + problem.message();
        return new Outcome.TransportError<>(
                new Problem(
                        "task-unreachable",
                        problem.layer(),
                        text,
                        problem.hint(),
                        problem.details()));
    }

    /// What a state means for the call, if anything.
    private Optional<Outcome<T>> take(Task task) {
        return switch (task.status()) {
            case COMPLETED ->
                    Optional.of(
                            task.rules().whole()
                                    ? request.reader().apply(task.json().path("result"))
                                    : result(task));
            case FAILED -> Optional.of(task.rules().whole() ? failed(task) : result(task));
            case CANCELLED -> Optional.of(endedByServer(task));
            case INPUT_REQUIRED -> {
                if (task.rules().whole()) {
                    yield input(task);
                }
                // What the server asks comes with the answer to this ("Input Required Status").
                askForResult(task);
                yield Optional.empty();
            }
            case WORKING, UNKNOWN -> Optional.empty();
        };
    }

    /// The result of a task that has ended. Where it was asked for before, that may have come to
    /// nothing meanwhile.
    private Outcome<T> result(Task task) {
        boolean early = result != null;
        Outcome<T> outcome = askForResult(task).await();
        boolean lost =
                outcome instanceof Outcome.TransportError || outcome instanceof Outcome.TimedOut;
        if (!early || !lost) {
            return outcome;
        }
        result = null;
        return askForResult(task).await();
    }

    private Call<T> askForResult(Task task) {
        Call<T> sent = result;
        if (sent == null) {
            sent =
                    around.peer()
                            .request(
                                    TaskRequests.result(task.id(), request),
                                    step(left()),
                                    call.trace());
            result = sent;
        }
        return sent;
    }

    private Outcome<T> failed(Task task) {
        JsonNode error = task.json().path("error");
        int code = error.path("code").asInt(0);
        String message = error.path("message").asString("");
        String text = "the task failed with error " + code + ": " + message;
        Problem problem = Problem.of("task-failed", Layer.RPC, text).withDetails(error);
        return new Outcome.RpcError<>(code, message, error.optional("data").orElse(null), problem);
    }

    private Outcome<T> endedByServer(Task task) {
        String why = task.message().map(message -> ": " + message).orElse("");
        String text = "the server cancelled task " + task.shortId() + why;
        return new Outcome.Cancelled<>(Problem.of("task-cancelled", Layer.RPC, text));
    }

    /// Gives the task what it asks for and did not get so far.
    private Optional<Outcome<T>> input(Task task) {
        ObjectNode open = JsonNodeFactory.instance.objectNode();
        task.json().path("inputRequests").properties().stream()
                .filter(ask -> !answered.contains(ask.getKey()))
                .forEach(ask -> open.set(ask.getKey(), ask.getValue()));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        if (rounds == MOST_ROUNDS) {
            String text =
                    "task "
                            + task.shortId()
                            + " wanted input "
                            + MOST_ROUNDS
                            + " times and did not end (limit rounds)";
            return Optional.of(
                    new Outcome.LimitReached<>(Problem.of("too-many-rounds", Layer.LIMIT, text)));
        }
        rounds++;
        long began = System.nanoTime();
        Outcome<ObjectNode> gathered = around.gathering().gather(open, during(), options.maximum());
        asked += System.nanoTime() - began;
        if (gathered instanceof Outcome.Ok<ObjectNode>(ObjectNode answers)) {
            answered.addAll(open.propertyNames());
            soon = true;
            Outcome<JsonNode> given =
                    around.peer()
                            .request(
                                    TaskRequests.update(task.id(), answers),
                                    step(options.idle()),
                                    call.trace())
                            .await();
            return given instanceof Outcome.NotOk<JsonNode> refused
                    ? Optional.of(failure(refused))
                    : Optional.empty();
        }
        return Optional.of(failure(gathered));
    }

    private Question.During during() {
        return new Question.During(call, request.method(), request.name());
    }

    /// Tells the server that the task is not wanted any more, and waits a little for its word.
    private Outcome<T> cancelled(Task task) {
        boolean was = Thread.interrupted();
        Call<T> waiting = result;
        if (waiting != null) {
            waiting.cancel();
        }
        String end;
        if (around.book().isClosed()) {
            end = "the session was closed";
        } else if (!around.cancels(task)) {
            end = "the server does not offer to cancel tasks, and may go on with it";
        } else {
            CallOptions soon = options.withDeadlines(CANCELLING, CANCELLING).within(call);
            Outcome<JsonNode> said =
                    around.peer()
                            .request(TaskRequests.cancel(task.id()), soon, call.trace())
                            .await();
            end =
                    said instanceof Outcome.NotOk<JsonNode> refused
                            ? "the server may go on with it: " + refused.problem().message()
                            : "the server was told so";
        }
        if (was) {
            Thread.currentThread().interrupt();
        }
        String text = "task " + task.shortId() + " was cancelled; " + end;
        return new Outcome.Cancelled<>(Problem.of("cancelled", Layer.INPUT, text));
    }

    /// A failure on the way as the failure of the whole.
    private <R> Outcome<T> failure(Outcome<R> failed) {
        return failed.map(value -> {
            throw new IllegalStateException("a failure has no value: " + value);
        });
    }
}

package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.workbench.AskedUser;
import dev.benchlight.mcp.Asking;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What the servers of a window ask, until it is answered: by the user, or as the user allowed once
/// for that very server. Thread-safe.
public final class Questions implements AskedUser {
    /// Of one server; of more, nobody can keep track. The rest waits, and the engine limits that.
    static final int SHOWN = 8;

    /// Of those that ended unanswered and may hold what the user typed.
    private static final int ENDED_KEPT = 20;

    private static final JsonNode CAPABILITIES =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"elicitation": {"form": {}, "url": {}},
                             "sampling": {"tools": {}},
                             "roots": {"listChanged": true}}
                            """);

    private final ServerAnswers kept;
    private final TraceRecorder traces;
    private final AtomicLong last = new AtomicLong();
    private final CopyOnWriteArrayList<OpenQuestion> all = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// @param traces keeps what the user changed of a question
    public Questions(ServerAnswers kept, TraceRecorder traces) {
        this.kept = kept;
        this.traces = traces;
    }

    /// What answers one session.
    ///
    /// @param fingerprint what an allowance is bound to: of the entry that is connected, or empty
    ///   for one that nothing may be allowed for
    public ClientHandlers handlers(String fingerprint) {
        return new ClientHandlers() {
            @Override
            public Optional<JsonNode> capabilities() {
                return Optional.of(CAPABILITIES);
            }

            @Override
            public Answer answer(String server, Question question) {
                return allowed(server, fingerprint, question)
                        .orElseGet(() -> ask(server, question));
            }
        };
    }

    private Optional<Answer> allowed(String server, String fingerprint, Question question) {
        if (!kept.isAllowed(server, fingerprint, question.method())) {
            return Optional.empty();
        }
        return Optional.of(
                question.method().equals(Asking.ROOTS)
                        ? new Answer.Result(Roots.result(kept.of(server).roots()))
                        : OpenQuestion.declined(question.method()));
    }

    private Answer ask(String server, Question question) {
        OpenQuestion open = new OpenQuestion(last.incrementAndGet(), server, question, traces);
        all.add(open);
        changed();
        Optional<Answer> answer = open.await();
        if (answer.isPresent()) {
            all.remove(open);
        } else {
            List<OpenQuestion> over = all.stream().filter(other -> !other.isOpen()).toList();
            all.removeAll(over.subList(0, Math.max(0, over.size() - ENDED_KEPT)));
        }
        changed();
        return answer.orElseGet(open::cancelled);
    }

    /// Those to show, oldest first: of one server no more than it takes to keep track.
    List<OpenQuestion> shown() {
        List<OpenQuestion> shown = new ArrayList<>();
        for (OpenQuestion question : all) {
            long others = shown.stream().filter(o -> o.server().equals(question.server())).count();
            if (others < SHOWN) {
                shown.add(question);
            }
        }
        return shown;
    }

    /// How many wait for an answer, shown or not.
    int waiting() {
        return (int) all.stream().filter(OpenQuestion::isOpen).count();
    }

    /// Takes one out that has ended.
    void forget(OpenQuestion question) {
        if (!question.isOpen() && all.remove(question)) {
            changed();
        }
    }

    /// Says no to all that one server asks now.
    void declineAll(String server) {
        all.stream().filter(q -> q.server().equals(server)).forEach(OpenQuestion::decline);
    }

    ServerAnswers kept() {
        return kept;
    }

    @Override
    public boolean isAskedBy(String server, TraceId call) {
        return all.stream()
                .anyMatch(q -> q.isOpen() && q.server().equals(server) && q.isAskedDuring(call));
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}

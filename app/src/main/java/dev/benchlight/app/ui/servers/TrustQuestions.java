package dev.benchlight.app.ui.servers;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Asks for trust in one server after the other, in the order they came. Lives on the JavaFX
/// thread.
final class TrustQuestions {
    private final Dialogs dialogs;
    private final Set<ServerEntry> asking = new HashSet<>();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private boolean open;

    private record Question(
            ServerEntry entry, ServerConfig visible, String changed, Consumer<Boolean> decided) {}

    TrustQuestions(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /// Shows what would be started, at once or when the questions before it are answered.
    ///
    /// @param changed what differs from an earlier approval, or empty
    /// @param decided given once whether it is approved; never if the same question stands already
    void ask(ServerEntry entry, ServerConfig visible, String changed, Consumer<Boolean> decided) {
        if (asking.add(entry)) {
            waiting.add(new Question(entry, visible, changed, decided));
            next();
        }
    }

    private void next() {
        if (!open && !waiting.isEmpty()) {
            open = true;
            show(waiting.remove());
        }
    }

    private void show(Question question) {
        TrustPane pane = new TrustPane(question.entry(), question.visible(), question.changed());
        AtomicBoolean trusted = new AtomicBoolean();
        Runnable close =
                dialogs.show(
                        pane.title(),
                        pane,
                        () -> {
                            asking.remove(question.entry());
                            open = false;
                            question.decided().accept(trusted.get());
                            next();
                        });
        pane.onDecision(start -> {
            trusted.set(start);
            close.run();
        });
        pane.focusRefusal();
    }
}

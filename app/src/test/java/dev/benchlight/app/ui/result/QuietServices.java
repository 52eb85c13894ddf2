package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.AskedUser;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.render.standard.StandardRenderers;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import javafx.scene.layout.Region;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A program around a tab: the real renderers, and fakes that keep what they were told.
public final class QuietServices {
    private final Answering dialogs = new Answering();
    private final Keeping workbench = new Keeping();
    private final Asked asked = new Asked();
    private volatile Optional<byte[]> raw = Optional.empty();

    public TabServices on(FxBatcher batcher) {
        return new TabServices(
                batcher,
                dialogs,
                workbench,
                asked,
                StandardRenderers.registry(),
                _ -> raw,
                new Nowhere());
    }

    /// The recorded bytes of every answer.
    public void recorded(String answer) {
        raw = Optional.of(answer.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether every server asks something now.
    public void asked(boolean now) {
        asked.now = now;
        asked.listeners.forEach(Runnable::run);
    }

    /// What the user answers to every question.
    public void agree(boolean answer) {
        dialogs.agrees = answer;
    }

    /// Each question and problem that was shown, as its title and its details.
    public List<String> shown() {
        return dialogs.shown;
    }

    public Dialogs dialogs() {
        return dialogs;
    }

    public Workbench workbench() {
        return workbench;
    }

    /// Short messages that were shown.
    public List<String> toasts() {
        return workbench.toasts;
    }

    /// Places that were opened, and sentences of problems.
    public List<String> told() {
        return workbench.told;
    }

    private static final class Answering implements Dialogs {
        private final List<String> shown = new CopyOnWriteArrayList<>();
        private volatile boolean agrees;

        @Override
        public void ask(Question question, Runnable confirmed) {
            shown.add(question.title() + ": " + question.details());
            if (agrees) {
                confirmed.run();
            }
        }

        @Override
        public void problem(String title, String sentence, String details) {
            shown.add(title + ": " + details);
        }

        @Override
        public Runnable show(String title, Region content, Runnable closed) {
            return closed;
        }

        @Override
        public void chooseTarget(String title, String suggestedName, Consumer<Path> chosen) {}

        @Override
        public void chooseSource(String title, Consumer<Path> chosen) {}

        @Override
        public void chooseFolder(String title, Consumer<Path> chosen) {}
    }

    private static final class Keeping implements Workbench {
        private final List<String> told = new CopyOnWriteArrayList<>();
        private final List<String> toasts = new CopyOnWriteArrayList<>();

        @Override
        public void open(Place place, String draft) {
            told.add(place + " " + draft);
        }

        @Override
        public void connect(Connection connection, boolean anew, Runnable refused) {
            connection.connect();
        }

        @Override
        public void inspect(SpanId span) {}

        @Override
        public void answer(TraceId call) {
            told.add("answer " + call);
        }

        @Override
        public void toast(String text) {
            toasts.add(text);
        }

        @Override
        public void problem(String sentence) {
            told.add(sentence);
        }
    }

    /// A server asks, or not.
    private static final class Asked implements AskedUser {
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private volatile boolean now;

        @Override
        public boolean isAskedBy(String server, TraceId call) {
            return now;
        }

        @Override
        public Runnable subscribe(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }

    /// Keeps what it was to open; fetches nothing.
    private final class Nowhere implements Outside {
        @Override
        public void browse(URI link) {
            workbench.told.add("browse " + link);
        }

        @Override
        public void show(String page) {
            workbench.told.add("show " + page);
        }

        @Override
        public byte[] fetch(URI image) throws IOException {
            throw new IOException("no network here");
        }
    }
}

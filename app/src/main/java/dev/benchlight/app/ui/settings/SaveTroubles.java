package dev.benchlight.app.ui.settings;

import dev.benchlight.app.workspace.FileProblem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What could not be read or saved of the program's own files, in words for the user. Thread-safe;
/// listeners are called on any thread, must not block, and hear of changes only.
public final class SaveTroubles {
    private static final System.Logger LOG = System.getLogger(SaveTroubles.class.getName());

    private final SortedMap<Path, String> failing = new TreeMap<>();
    private final List<String> notices = new ArrayList<>();
    private Consumer<String> listener = sentence -> {};

    /// Calls `listener` now and after each change, with what is wrong and what to try; empty when
    /// all is saved.
    public void subscribe(Consumer<String> newListener) {
        synchronized (this) {
            listener = newListener;
        }
        newListener.accept(sentence());
    }

    /// What was found when the program started, one sentence each.
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    /// Tells of one more thing that was found when the program started.
    public void notice(String sentence) {
        LOG.log(System.Logger.Level.WARNING, sentence);
        synchronized (this) {
            notices.add(sentence);
        }
    }

    void failed(Path file, Exception why) {
        String sentence = words(file, why);
        Consumer<String> told;
        synchronized (this) {
            if (sentence.equals(failing.put(file, sentence))) {
                return;
            }
            told = listener;
        }
        LOG.log(System.Logger.Level.WARNING, sentence, why);
        told.accept(sentence());
    }

    void saved(Path file) {
        Consumer<String> told;
        synchronized (this) {
            if (failing.remove(file) == null) {
                return;
            }
            told = listener;
        }
        told.accept(sentence());
    }

    private synchronized String sentence() {
        return failing.values().stream().findFirst().orElse("");
    }

    private static String words(Path file, Exception why) {
        String reason = FileProblem.reason(why);
        String hint =
                switch (reason.toLowerCase(Locale.ROOT)) {
                    case String r when r.contains("no space") || r.contains("quota") ->
                            "Free some space";
                    case String r when r.contains("denied") || r.contains("read-only") ->
                            "Make the folder writable";
                    case String r when r.contains("no such file") -> "Make the folder again";
                    default -> "Mend that";
                };
        return "Not saved: "
                + file.getFileName()
                + " in "
                + file.toAbsolutePath().getParent()
                + " ("
                + reason
                + "). "
                + hint
                + "; it is tried again every few seconds.";
    }
}

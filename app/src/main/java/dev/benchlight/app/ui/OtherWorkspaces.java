package dev.benchlight.app.ui;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The folders that can be worked in instead of this one, the last ones first. Lives on the JavaFX
/// thread.
final class OtherWorkspaces {
    private static final String KEY = "workspaces";
    private static final int MOST = 8;

    private final Dialogs dialogs;
    private final FxBatcher fx;
    private final Consumer<Path> leave;
    private final Path own;
    private final List<Path> recent;

    /// Writes down that `current` is open now.
    ///
    /// @param settings of the window, where the folders are kept
    /// @param own the user's own, which is made when something is written into it
    /// @param leave closes this window and opens one on the folder it is given
    OtherWorkspaces(
            ObjectNode settings,
            Path current,
            Path own,
            Dialogs dialogs,
            FxBatcher fx,
            Consumer<Path> leave) {
        this.dialogs = dialogs;
        this.fx = fx;
        this.leave = leave;
        this.own = own;
        List<Path> all = new ArrayList<>();
        all.add(current);
        settings.path(KEY).forEach(path -> all.addAll(paths(path)));
        List<Path> kept = all.stream().filter(Path::isAbsolute).distinct().limit(MOST).toList();
        ArrayNode written = settings.putArray(KEY);
        kept.forEach(path -> written.add(path.toString()));
        recent =
                Stream.concat(kept.stream(), Stream.of(own))
                        .filter(path -> !path.equals(current))
                        .distinct()
                        .toList();
    }

    /// None for what was written by hand, or on another system.
    private static List<Path> paths(JsonNode path) {
        try {
            return List.of(Path.of(path.asString("")));
        } catch (InvalidPathException _) {
            return List.of();
        }
    }

    /// The folders that were open before and the user's own, without the one that is open now.
    List<Path> recent() {
        return recent;
    }

    /// Lets the user choose a folder, and opens it.
    void choose() {
        dialogs.chooseFolder("Open workspace", this::open);
    }

    /// Opens a folder, if it is one.
    void open(Path folder) {
        Thread.ofVirtual()
                .name("open-workspace")
                .start(() -> {
                    boolean there = folder.equals(own) || Files.isDirectory(folder);
                    fx.run(() -> {
                        if (there) {
                            leave.accept(folder);
                        } else {
                            dialogs.problem(
                                    "Open workspace",
                                    "There is no folder " + folder + " (any more).",
                                    "");
                        }
                    });
                });
    }
}

package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The folders that a server is told of: typed or chosen, each can be taken out. JavaFX thread
/// only.
final class FoldersPane extends VBox {
    private final AskServices services;
    private final Consumer<List<String>> changed;
    private final VBox rows = new VBox(2);
    private final TextField path = new TextField();
    private final Label wrong = Layout.paragraph("", "ask-wrong");
    private List<String> folders = List.of();

    /// @param changed hears of the folders as they are after a change
    FoldersPane(AskServices services, Consumer<List<String>> changed) {
        super(6);
        this.services = services;
        this.changed = changed;
        path.setPromptText("Path of a folder");
        path.setAccessibleText("Path of a folder to add");
        path.setOnAction(_ -> addTyped(() -> {}));
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox line =
                new HBox(
                        6,
                        path,
                        Layout.button("Add", () -> addTyped(() -> {})),
                        Layout.button(
                                "Choose…",
                                () ->
                                        services.dialogs()
                                                .chooseFolder(
                                                        "A folder for the server",
                                                        f -> add(f.toString(), () -> {}))));
        line.getStyleClass().add("center-line");
        say("");
        getChildren().addAll(rows, line, wrong);
    }

    void show(List<String> now) {
        folders = List.copyOf(now);
        rows.getChildren().setAll(folders.stream().map(this::row).toList());
        if (folders.isEmpty()) {
            rows.getChildren().add(Layout.paragraph("No folder yet.", "text-muted"));
        }
    }

    List<String> folders() {
        return folders;
    }

    /// What was typed and not added yet.
    String draft() {
        return path.getText();
    }

    /// Goes on once what was typed is added too; not if that is no folder.
    void addTyped(Runnable then) {
        if (path.getText().isBlank()) {
            then.run();
        } else {
            add(path.getText().strip(), then);
        }
    }

    void focusField() {
        path.requestFocus();
    }

    private HBox row(String folder) {
        Label name = new Label(VisibleText.name(folder), Icons.icon(Feather.FOLDER));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row =
                new HBox(
                        4,
                        name,
                        Icons.button(
                                Feather.X,
                                "Take out " + VisibleText.name(folder, 80),
                                () -> change(without(folder))));
        row.getStyleClass().add("center-line");
        return row;
    }

    private List<String> without(String folder) {
        return folders.stream().filter(f -> !f.equals(folder)).toList();
    }

    /// Whether it is a folder, the disk says on a thread of its own.
    private void add(String text, Runnable then) {
        Thread.ofVirtual()
                .name("look at folder")
                .start(() -> {
                    String problem = "";
                    String folder = text;
                    try {
                        Path found = Path.of(text).toAbsolutePath().normalize();
                        folder = found.toString();
                        problem = Files.isDirectory(found) ? "" : "There is no folder " + folder;
                    } catch (InvalidPathException e) {
                        problem = "This is no path: " + e.getReason();
                    }
                    String sentence = problem;
                    String added = folder;
                    services.fx()
                            .run(() -> {
                                added(added, sentence);
                                if (sentence.isEmpty()) {
                                    then.run();
                                }
                            });
                });
    }

    private void added(String folder, String problem) {
        say(problem);
        if (!problem.isEmpty()) {
            return;
        }
        path.clear();
        if (!folders.contains(folder)) {
            List<String> now = new ArrayList<>(folders);
            now.add(folder);
            change(now);
        }
    }

    private void change(List<String> now) {
        show(now);
        changed.accept(folders);
    }

    private void say(String sentence) {
        wrong.setText(VisibleText.brief(sentence));
        wrong.setVisible(!sentence.isEmpty());
        wrong.setManaged(!sentence.isEmpty());
    }
}

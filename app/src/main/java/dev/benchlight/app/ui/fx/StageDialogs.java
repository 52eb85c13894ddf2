package dev.benchlight.app.ui.fx;

import atlantafx.base.theme.Styles;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Dialogs as windows above one owner.
public final class StageDialogs implements Dialogs {
    private final Stage owner;

    public StageDialogs(Stage owner) {
        this.owner = owner;
    }

    @Override
    public void ask(Question question, Runnable confirmed) {
        Label text = wrapped(question.text());
        VBox content = new VBox(12, text);
        if (!question.details().isEmpty()) {
            content.getChildren().add(details(question.details()));
        }
        List<Runnable> close = new ArrayList<>();
        Button action = new Button(question.action());
        action.getStyleClass().add(Styles.DANGER);
        action.setOnAction(event -> {
            close.forEach(Runnable::run);
            confirmed.run();
        });
        Button refusal = new Button(question.refusal());
        refusal.setCancelButton(true);
        refusal.setOnAction(event -> close.forEach(Runnable::run));
        content.getChildren().add(buttons(refusal, action));
        content.setPrefWidth(480);
        close.add(show(question.title(), content, () -> {}));
        refusal.requestFocus();
    }

    @Override
    public void problem(String title, String sentence, String details) {
        VBox content = new VBox(12, wrapped(sentence));
        List<Runnable> close = new ArrayList<>();
        Button copy = new Button("Copy report");
        copy.setOnAction(event -> copy(sentence + "\n\n" + details));
        Button ok = new Button("Close");
        ok.setCancelButton(true);
        ok.setOnAction(event -> close.forEach(Runnable::run));
        if (!details.isEmpty()) {
            TitledPane pane = new TitledPane("Details", details(details));
            pane.setExpanded(false);
            pane.setAnimated(false);
            content.getChildren().add(pane);
            pane.heightProperty()
                    .subscribe(() -> {
                        if (pane.getScene() != null) {
                            pane.getScene().getWindow().sizeToScene();
                        }
                    });
        }
        content.getChildren().add(buttons(copy, ok));
        content.setPrefWidth(560);
        close.add(show(title, content, () -> {}));
        ok.requestFocus();
    }

    @Override
    public Runnable show(String title, Region content, Runnable closed) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        VBox root = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        root.getStyleClass().add("dialog-root");
        Scene scene = new Scene(root);
        if (owner.getScene() != null) {
            scene.getStylesheets().setAll(owner.getScene().getStylesheets());
            root.setStyle(owner.getScene().getRoot().getStyle());
        }
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        stage.close();
                        event.consume();
                    }
                });
        stage.setScene(scene);
        stage.setOnHidden(event -> closed.run());
        stage.show();
        return stage::close;
    }

    @Override
    public void chooseTarget(String title, String suggestedName, Consumer<Path> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    @Override
    public void chooseSource(String title, Consumer<Path> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    @Override
    public void chooseFolder(String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    /// A row of buttons at the right edge.
    public static HBox buttons(Button... buttons) {
        HBox row = new HBox(8, buttons);
        row.getStyleClass().add("dialog-buttons");
        return row;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static TextArea details(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount((int) Math.min(10, 1 + text.lines().count()));
        area.getStyleClass().add("monospaced");
        area.setAccessibleText("Details");
        return area;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

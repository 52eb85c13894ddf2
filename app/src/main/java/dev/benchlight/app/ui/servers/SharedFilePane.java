package dev.benchlight.app.ui.servers;

import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;

/// Says where a server is changed whose entry shares its file with others.
final class SharedFilePane extends VBox {
    private final Button copy = new Button("Copy the path");
    private final Button close = new Button("Close");

    private SharedFilePane(String server, Path file) {
        super(12);
        setPrefWidth(520);
        Label text =
                new Label(
                        VisibleText.name(server)
                                + " stands in a file that other servers and other programs share."
                                + " Benchlight only reads it. Change it in your editor: it is read"
                                + " again when you come back to this window.");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        TextField path = new TextField(file.toString());
        path.setEditable(false);
        path.setAccessibleText("File");
        path.getStyleClass().add("monospaced");
        copy.setDefaultButton(true);
        close.setCancelButton(true);
        getChildren().addAll(text, path, StageDialogs.buttons(close, copy));
    }

    static void open(Dialogs dialogs, Workbench workbench, String server, Path file) {
        SharedFilePane pane = new SharedFilePane(server, file);
        Runnable hide = dialogs.show("Edit " + VisibleText.name(server), pane, () -> {});
        pane.close.setOnAction(event -> hide.run());
        pane.copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(file.toString());
            Clipboard.getSystemClipboard().setContent(content);
            hide.run();
            workbench.toast("Copied");
        });
        pane.copy.requestFocus();
    }
}

package dev.benchlight.app.ui.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// What stands below a value: what is wrong, then its description. Built again only when it says
/// something else.
final class RowNotes extends VBox {
    /// @param bad whether it forbids to send
    record Note(String text, boolean bad) {}

    private final List<Node> help;
    private List<Note> shown = List.of();

    RowNotes(String help) {
        super(2);
        this.help = help.isEmpty() ? List.of() : List.of(HelpText.of(help));
        getChildren().setAll(this.help);
    }

    void show(List<Note> notes) {
        if (notes.equals(shown)) {
            return;
        }
        shown = notes;
        List<Node> nodes = new ArrayList<>();
        notes.forEach(note -> nodes.add(label(note)));
        nodes.addAll(help);
        getChildren().setAll(nodes);
    }

    static Label label(Note note) {
        Label label = new Label(note.text());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("form-problem");
        if (!note.bad()) {
            label.getStyleClass().add("unchecked");
        }
        return label;
    }
}

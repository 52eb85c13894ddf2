package dev.benchlight.app.ui.form;

import javafx.scene.layout.VBox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows below each other. Rows that stay are not touched, so that the focus stays in them.
final class Rows extends VBox {
    private final Form form;

    Rows(Form form) {
        this.form = form;
        getStyleClass().add("form-fields");
    }

    List<FieldRow> rows() {
        return getChildren().stream()
                .filter(FieldRow.class::isInstance)
                .map(FieldRow.class::cast)
                .toList();
    }

    void show(List<FieldRow> wanted) {
        Set<FieldRow> staying = new HashSet<>(wanted);
        for (FieldRow row : rows()) {
            if (!staying.contains(row)) {
                getChildren().remove(row);
                if (row.equals(form.row(row.at()))) {
                    form.gone(row.at(), true);
                }
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= getChildren().size() || !getChildren().get(i).equals(wanted.get(i))) {
                getChildren().remove(wanted.get(i));
                getChildren().add(i, wanted.get(i));
            }
        }
    }
}

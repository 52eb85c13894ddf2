package dev.benchlight.app.ui.form;

import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import tools.jackson.core.JsonPointer;

/// Edits the name of a member in place of its name. Enter takes it, Esc does not; a name that is
/// taken is not given twice.
final class NameField extends TextField {
    private final Form form;
    private final FieldRow row;
    private final Runnable close;
    private boolean done;

    private NameField(Form form, FieldRow row, Runnable close) {
        super(row.name());
        this.form = form;
        this.row = row;
        this.close = close;
        setAccessibleText("Name of the member");
        setPrefWidth(116);
        setMinWidth(116);
        setOnAction(e -> commit(true));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        finish();
                        row.focusControl();
                        event.consume();
                    }
                });
        focusedProperty()
                .addListener((o, before, focused) -> {
                    if (!focused) {
                        commit(false);
                    }
                });
        textProperty().addListener((o, before, now) -> check());
    }

    static void replace(Form form, FieldRow row, HBox line, RowHead head) {
        NameField field = new NameField(form, row, () -> line.getChildren().set(0, head));
        line.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
    }

    private boolean isTaken() {
        return !getText().equals(row.name()) && form.model.at(pointer()).isPresent();
    }

    private JsonPointer pointer() {
        return row.at().head().appendProperty(getText());
    }

    private void check() {
        getStyleClass().remove("invalid");
        setTooltip(null);
        if (isTaken()) {
            getStyleClass().add("invalid");
            setTooltip(new Tooltip("There is a member of this name already."));
        }
    }

    private void commit(boolean stay) {
        if (done || (stay && isTaken())) {
            return;
        }
        JsonPointer now = isTaken() ? row.at() : pointer();
        finish();
        if (!now.equals(row.at())) {
            form.model.rename(row.at(), getText());
        }
        FieldRow renamed = form.row(now);
        if (stay && renamed != null) {
            renamed.focusNew();
        }
    }

    private void finish() {
        done = true;
        close.run();
    }
}

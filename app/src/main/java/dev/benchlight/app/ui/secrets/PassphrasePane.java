package dev.benchlight.app.ui.secrets;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.StageDialogs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Asks for a passphrase: for the one that opens the secrets, or for a new one, twice. Lives on the
/// JavaFX thread.
final class PassphrasePane extends VBox {
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label trouble = new Label();
    private final Button go = new Button();
    private final Button cancel = new Button("Keep in memory only");
    private final boolean isNew;

    private PassphrasePane(boolean isNew, String text, String action) {
        super(10);
        this.isNew = isNew;
        setPrefWidth(480);
        passphrase.setId("passphrase");
        again.setId("passphrase-again");
        trouble.setId("passphrase-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add(Styles.DANGER);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        Label what = new Label(text);
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(what);
        add("Passphrase", passphrase);
        if (isNew) {
            add("The same again", again);
        }
        go.setText(action);
        go.setId("passphrase-go");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        cancel.setId("passphrase-cancel");
        cancel.setCancelButton(true);
        passphrase.textProperty().subscribe(this::check);
        again.textProperty().subscribe(this::check);
        getChildren().addAll(trouble, StageDialogs.buttons(cancel, go));
        check();
    }

    /// One that opens what is there.
    ///
    /// @param trouble why what was given before does not do, or empty
    static PassphrasePane toOpen(String trouble) {
        PassphrasePane pane =
                new PassphrasePane(
                        false,
                        "Your secrets and tokens are in a file that a passphrase guards. Without it"
                                + " none of them can be used, and new ones are kept in memory until"
                                + " Benchlight ends.",
                        "Unlock");
        pane.trouble.setText(trouble);
        return pane;
    }

    /// One that is to guard a new file.
    static PassphrasePane toGuard() {
        return new PassphrasePane(
                true,
                "Secrets and tokens go into an encrypted file that this passphrase guards. It is"
                        + " asked for once each time they are needed after a start. Nobody can tell"
                        + " it to you again.",
                "Keep in a file");
    }

    private void add(String name, PasswordField field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        field.setAccessibleText(name);
        getChildren().add(new VBox(4, label, field));
    }

    private void check() {
        boolean same = !isNew || passphrase.getText().equals(again.getText());
        go.setDisable(passphrase.getText().isEmpty() || !same);
        if (isNew) {
            trouble.setText(
                    same || again.getText().isEmpty() ? "" : "The two are not the same yet.");
        }
    }

    void onDecision(Consumer<String> given, Runnable refused) {
        go.setOnAction(_ -> given.accept(passphrase.getText()));
        cancel.setOnAction(_ -> refused.run());
    }

    void focus() {
        passphrase.requestFocus();
    }
}

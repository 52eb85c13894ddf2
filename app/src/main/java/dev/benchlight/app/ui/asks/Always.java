package dev.benchlight.app.ui.asks;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/// Lets the user allow that a question of one server is answered the same from now on. Bound to
/// what the server is now; taken back in the server's tab. JavaFX thread only.
final class Always {
    private final OpenQuestion question;
    private final ServerAnswers kept;
    private final AskServices services;
    private final CheckBox box = new CheckBox();

    Always(OpenQuestion question, ServerAnswers kept, AskServices services) {
        this.question = question;
        this.kept = kept;
        this.services = services;
    }

    CheckBox box(String text) {
        box.setText(text);
        box.setMnemonicParsing(false);
        box.setMinHeight(CheckBox.USE_PREF_SIZE);
        box.setWrapText(true);
        return box;
    }

    /// The button that says no, from now on if that is ticked.
    Button refusal(String name) {
        return Layout.button(
                name,
                () -> {
                    keep();
                    question.decline();
                });
    }

    /// Keeps it, if it is ticked.
    void keep() {
        if (!box.isSelected()) {
            return;
        }
        String server = question.server();
        Thread.ofVirtual()
                .name("allow " + question.method())
                .start(() -> {
                    String fingerprint = services.fingerprint().apply(server);
                    if (fingerprint.isEmpty()) {
                        services.fx()
                                .run(() ->
                                        services.workbench()
                                                .problem(
                                                        "Nothing can be allowed for "
                                                                + server
                                                                + " as it is now."));
                    } else {
                        kept.change(server, k -> k.allowing(question.method(), fingerprint));
                    }
                });
    }
}

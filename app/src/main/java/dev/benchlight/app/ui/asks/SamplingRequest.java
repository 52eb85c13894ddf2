package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.function.Consumer;

/// What a model is to be told: to be read, edited, and copied to be run elsewhere. JavaFX thread
/// only.
final class SamplingRequest extends VBox {
    /// Characters of JSON that a form is made for.
    private static final int LARGEST = 500_000;

    private final JsonNode original;
    private final AskServices services;
    private final TextArea reading;
    private final Label facts = Layout.paragraph("", "text-muted");
    private final ToggleButton edit = new ToggleButton("Edit the request");
    private final Label edited =
            Layout.warning(
                    "You edited the request, so your reply answers another one than was asked. The"
                            + " trace keeps both; the server is not told.");
    private final Button back = Layout.button("", this::swap, "small");
    private Optional<PresetEditor> editor = Optional.empty();

    SamplingRequest(JsonNode original, AskServices services) {
        super(8);
        this.original = original;
        this.services = services;
        reading = Layout.text("What the model is to be told", 7);
        edit.getStyleClass().add("small");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.setOnAction(_ -> edit(edit.isSelected()));
        getChildren()
                .addAll(
                        reading,
                        facts,
                        edited,
                        Layout.buttons(
                                edit, Layout.button("Copy as JSON", this::copy, "small"), back));
        read(original);
        changed();
    }

    private void read(JsonNode request) {
        reading.setText(Layout.cut(SamplingText.conversation(request)));
        facts.setText(VisibleText.brief(SamplingText.facts(request), 1_000));
    }

    private void edit(boolean now) {
        if (now && editor.isEmpty()) {
            begin();
        }
        edit.setSelected(now && editor.isPresent());
        Layout.shown(reading, !edit.isSelected());
        Layout.shown(facts, !edit.isSelected());
        editor.ifPresent(made -> {
            Layout.shown(made.node(), edit.isSelected());
            if (edit.isSelected()) {
                made.focus();
            } else {
                made.value().ifPresent(this::read);
            }
        });
        VBox.setVgrow(this, edit.isSelected() ? Priority.ALWAYS : Priority.NEVER);
    }

    private void begin() {
        String text = original.toPrettyString();
        if (text.length() > LARGEST) {
            services.workbench().problem("It is too large to be edited here; copy it as JSON.");
            return;
        }
        PresetEditor made = new PresetEditor(services.fx(), SamplingSchemas.request(), text, 260);
        made.onTyped(this::changed);
        editor = Optional.of(made);
        getChildren().addFirst(made.node());
    }

    private void changed() {
        boolean touched = editor.filter(PresetEditor::isTouched).isPresent();
        boolean typed = editor.filter(made -> !made.draft().isEmpty()).isPresent();
        Layout.shown(edited, touched);
        Layout.shown(back, touched || typed);
        back.setText(touched ? "Back to the original" : "Back to my edits");
    }

    private void swap() {
        editor.ifPresent(PresetEditor::swap);
        changed();
        current().ifPresent(this::read);
    }

    private Optional<JsonNode> current() {
        return editor.isPresent() ? editor.get().value() : Optional.of(original);
    }

    /// A large request takes a while to write, so not here.
    private void copy() {
        String typed = editor.filter(PresetEditor::isTouched).map(PresetEditor::draft).orElse("");
        Thread.ofVirtual()
                .name("copy request")
                .start(() -> {
                    String text = typed.isEmpty() ? original.toPrettyString() : typed;
                    services.fx()
                            .run(() -> {
                                Layout.copy(text);
                                services.workbench().toast("Copied");
                            });
                });
    }

    /// Goes on with the request as it is edited, or with nothing if it is as it came; shows what is
    /// wrong where it is no JSON.
    void edited(Consumer<Optional<JsonNode>> then) {
        if (editor.isPresent() && editor.get().value().isEmpty()) {
            edit(true);
            editor.get().focusFirstProblem();
            return;
        }
        then.accept(editor.filter(PresetEditor::isChanged).flatMap(PresetEditor::value));
    }

    /// What the user typed, or empty if that is nothing.
    String draft() {
        return editor.map(PresetEditor::draft).orElse("");
    }
}

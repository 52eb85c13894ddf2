package dev.benchlight.app.ui.settings;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.Theme;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The look, and where things are kept. What is chosen holds at once.
public final class SettingsPane extends GridPane {
    private final Label traces = new Label("…");

    /// @param data the folder that is shown
    /// @param chosen given the look the user chose
    public SettingsPane(Theme theme, Path data, FxBatcher fx, Consumer<Theme> chosen) {
        super(16, 10);
        setPrefWidth(560);
        ChoiceBox<Theme> themes = new ChoiceBox<>();
        themes.setId("theme");
        themes.getItems().setAll(Theme.values());
        themes.setConverter(new Labels());
        themes.setValue(theme);
        themes.valueProperty().addListener((property, before, now) -> chosen.accept(now));
        TextField folder = new TextField(data.toString());
        folder.setId("data-folder");
        folder.setEditable(false);
        setHgrow(folder, Priority.ALWAYS);
        Label note =
                new Label("Traces, approvals and open tabs. --data and BENCHLIGHT_DATA move it.");
        note.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        addRow(0, named("Theme", themes), themes);
        addRow(1, named("Data folder", folder), folder);
        add(note, 1, 2);
        addRow(3, named("Stored traces", traces), traces);
        Thread.ofVirtual()
                .name("measure-traces")
                .start(() -> {
                    String size = size(data);
                    fx.run(() -> traces.setText(size));
                });
    }

    /// How much disk the trace database and its journal take, in words.
    static String size(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                if (String.valueOf(file.getFileName()).startsWith("traces.")) {
                    bytes += Files.size(file);
                }
            }
            return Quantity.bytes(bytes);
        } catch (IOException e) {
            return "in memory only";
        }
    }

    private static Label named(String text, Node control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        return label;
    }

    private static final class Labels extends StringConverter<Theme> {
        @Override
        public String toString(@Nullable Theme theme) {
            return theme == null ? "" : theme.label();
        }

        @Override
        public Theme fromString(String label) {
            return Stream.of(Theme.values())
                    .filter(t -> t.label().equals(label))
                    .findFirst()
                    .orElse(Theme.SYSTEM);
        }
    }
}

package dev.benchlight.app.ui.server;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The sections that are shown, with what each says of itself, to go to one of them; also by its
/// number. Lives on the JavaFX thread.
final class Contents {
    private static final int LONGEST = 90;
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private final Supplier<List<SectionView>> shown;
    private final Consumer<SectionView> go;
    private final MenuButton button = new MenuButton("Go to", Icons.icon(Feather.LIST));

    Contents(Supplier<List<SectionView>> shown, Consumer<SectionView> go) {
        this.shown = shown;
        this.go = go;
        button.getStyleClass().add("small");
        button.setId("server-contents");
        button.setTooltip(Tip.of("The sections of this tab; Alt+1 to Alt+9 go to them"));
        button.setAccessibleText("Go to a section");
        // A menu that is empty would not open, and so never ask.
        button.getItems().add(new MenuItem());
        button.setOnShowing(_ -> fill());
    }

    MenuButton button() {
        return button;
    }

    private void fill() {
        List<SectionView> all = shown.get();
        button.getItems().clear();
        for (int i = 0; i < all.size(); i++) {
            SectionView view = all.get(i);
            String summary = view.section().summaryProperty().get();
            String number = i < DIGITS.size() ? (i + 1) + "  " : "    ";
            MenuItem item =
                    new MenuItem(
                            VisibleText.name(
                                    number
                                            + view.section().title()
                                            + (summary.isEmpty() ? "" : ": " + summary),
                                    LONGEST));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> go.accept(view));
            button.getItems().add(item);
        }
    }

    /// Alt and a digit go to the section of that number. With Control as well it is a character on
    /// some keyboards (AltGr).
    void key(KeyEvent event) {
        int number = DIGITS.indexOf(event.getCode());
        List<SectionView> all = shown.get();
        if (event.isAltDown() && !event.isControlDown() && number >= 0) {
            if (number < all.size()) {
                go.accept(all.get(number));
            }
            event.consume();
        }
    }
}

package dev.benchlight.app.ui.form;

import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// A drop-down of texts that stays quick with very many: letters typed go to the next text that
/// begins with them. Only on the JavaFX thread.
final class DropDown extends ComboBox<String> {
    /// By how many of the first texts it is made wide; without it JavaFX measures each of them.
    private static final int MEASURED = 100;

    private final PauseTransition forget = new PauseTransition(Duration.seconds(1));
    private String typed = "";

    DropDown() {
        getProperties().put("comboBoxRowsToMeasureWidth", MEASURED);
        setMaxWidth(Double.MAX_VALUE);
        forget.setOnFinished(_ -> typed = "");
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private void type(KeyEvent event) {
        String key = event.getCharacter();
        boolean letter = !key.isEmpty() && !Character.isISOControl(key.charAt(0));
        boolean begun = !typed.isEmpty() || !key.isBlank();
        if (!letter || !begun || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        forget.playFromStart();
        typed += key;
        // The same letter again goes on to the next; more letters may stay at this one.
        boolean again = typed.chars().allMatch(c -> c == typed.charAt(0));
        String start = again ? key : typed;
        find(start, typed.length() == 1 || again ? 1 : 0);
    }

    private void find(String start, int ahead) {
        int size = getItems().size();
        int from = getSelectionModel().getSelectedIndex() + ahead;
        for (int i = 0; i < size; i++) {
            int index = Math.floorMod(from + i, size);
            if (getItems().get(index).regionMatches(true, 0, start, 0, start.length())) {
                getSelectionModel().select(index);
                if (isShowing()
                        && getSkin() instanceof ComboBoxListViewSkin<?> skin
                        && skin.getPopupContent() instanceof ListView<?> list) {
                    list.scrollTo(index);
                }
                return;
            }
        }
    }
}

package dev.benchlight.app.ui.fx;

import javafx.scene.control.Tooltip;

/// Tooltips that hold text of others: visible, wrapped, and never larger than the screen.
public final class Tip {
    private static final double WIDEST = 420;

    private Tip() {}

    public static Tooltip of(String text) {
        Tooltip tip = new Tooltip(VisibleText.brief(text));
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        return tip;
    }
}

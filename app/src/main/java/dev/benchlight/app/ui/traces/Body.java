package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.trace.Frame;

/// A text to show.
///
/// @param text all of it, for the clipboard
/// @param shown what the window shows: control characters spelled out, cut if it is very long
/// @param remark what is missing, or an empty string
record Body(String text, String shown, String remark) {
    static final Body EMPTY = new Body("", "", "");

    /// The text area slows down beyond.
    private static final int MOST = 200_000;

    static Body of(String text) {
        return of(text, "");
    }

    /// A text that stood in `frame`.
    static Body of(String text, Frame frame) {
        return of(text, truncation(frame));
    }

    private static Body of(String text, String missing) {
        if (text.length() <= MOST) {
            return new Body(text, VisibleText.of(text), missing);
        }
        String cut =
                "The first %,d of %,d characters. Copy has all.".formatted(MOST, text.length());
        return new Body(
                text,
                VisibleText.of(text.substring(0, MOST)),
                missing.isEmpty() ? cut : missing + " " + cut);
    }

    /// Says what was not kept of a frame; an empty string if all was.
    static String truncation(Frame frame) {
        return frame.truncated()
                ? "Kept: the first %s of %s."
                        .formatted(
                                Quantity.bytes(frame.bytes().length),
                                Quantity.bytes(frame.length()))
                : "";
    }

    Body withRemark(String more) {
        return more.isEmpty()
                ? this
                : new Body(text, shown, remark.isEmpty() ? more : remark + " " + more);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}

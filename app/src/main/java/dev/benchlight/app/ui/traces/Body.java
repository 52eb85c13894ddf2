package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.render.RenderInput;
import dev.benchlight.trace.Frame;

/// Something to show.
///
/// @param remark what is missing, or an empty string
record Body(RenderInput input, String remark) {
    static final Body EMPTY = text("", "");

    static Body text(String text, String remark) {
        return new Body(new RenderInput.Text("", "text/plain", text), remark);
    }

    /// Of type JSON, whether or not it is.
    static Body json(String text, String remark) {
        return new Body(new RenderInput.Text("", "application/json", text), remark);
    }

    /// The bytes of a frame.
    static Body of(Frame frame) {
        return new Body(new RenderInput.Bytes("", "", frame.bytes()), truncation(frame));
    }

    /// Says what was not kept of a frame; an empty string if all was.
    static String truncation(Frame frame) {
        if (frame.givenUp()) {
            return "Not kept: these %s were given up for newer ones of the connection."
                    .formatted(Quantity.bytes(frame.length()));
        }
        return frame.truncated()
                ? "Kept: the first %s of %s."
                        .formatted(
                                Quantity.bytes(frame.bytes().length),
                                Quantity.bytes(frame.length()))
                : "";
    }

    /// The text, or an empty string where it is bytes.
    String text() {
        return input instanceof RenderInput.Text text ? text.text() : "";
    }

    boolean isEmpty() {
        return input instanceof RenderInput.Text && text().isEmpty() && remark.isEmpty();
    }
}

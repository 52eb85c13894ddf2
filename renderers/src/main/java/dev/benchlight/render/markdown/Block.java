package dev.benchlight.render.markdown;

import dev.benchlight.render.syntax.Span;
import dev.benchlight.render.text.PreparedText;

import java.util.List;
import java.util.Optional;

/// A block of a document, free of the parser and of JavaFX. Immutable.
sealed interface Block {
    record Heading(int level, List<Inline> content) implements Block {}

    record Paragraph(List<Inline> content) implements Block {}

    record Quote(List<Block> content) implements Block {}

    record Listing(List<Item> items) implements Block {}

    /// Code, or source that is shown as it is, such as HTML.
    ///
    /// @param title the language, or why this is source
    record Code(String title, String text, List<Span> colors) implements Block {}

    /// Code too long to be laid out as a whole.
    record LongCode(String title, PreparedText text) implements Block {}

    /// The first row is the header.
    record Table(List<Side> sides, List<List<List<Inline>>> rows) implements Block {}

    record Rule() implements Block {}

    /// `done` is there for a task.
    record Item(String marker, Optional<Boolean> done, List<Block> content) {}

    /// How a table's column is aligned.
    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    /// A block with the source it came from: one cell of the view.
    record Piece(Block block, String source) {}
}

package dev.benchlight.render.markdown;

import dev.benchlight.render.Invisible;

import java.util.List;

/// What a block costs to lay out, in characters of plain text.
final class Weight {
    private static final int NODE = 12;
    private static final int BADGE = 60;
    private static final int LINK = 120;
    private static final int CONTROL = 300;

    private Weight() {}

    static int of(Block block) {
        return switch (block) {
            case Block.Heading heading -> ofInlines(heading.content());
            case Block.Paragraph paragraph -> ofInlines(paragraph.content());
            case Block.Quote quote -> ofBlocks(quote.content());
            case Block.Listing list -> list.items().stream().mapToInt(Weight::of).sum();
            case Block.Table table -> table.rows().stream().mapToInt(Weight::ofRow).sum();
            case Block.Code code -> CONTROL + of(code.text()) + 2 * NODE * code.colors().size();
            case Block.LongCode _ -> 2 * CONTROL;
            case Block.Rule _ -> CONTROL / 3;
        };
    }

    static int of(Block.Item item) {
        return CONTROL / 4 + ofBlocks(item.content());
    }

    private static int ofBlocks(List<Block> blocks) {
        return NODE + blocks.stream().mapToInt(Weight::of).sum();
    }

    static int ofRow(List<List<Inline>> cells) {
        return cells.stream().mapToInt(cell -> NODE * 2 + ofInlines(cell)).sum();
    }

    static int ofInlines(List<Inline> inlines) {
        return inlines.stream().mapToInt(Weight::of).sum() + NODE;
    }

    static int of(Inline inline) {
        return switch (inline) {
            case Inline.Picture _ -> CONTROL;
            case Inline.Words words -> NODE + look(words) + of(words.text());
        };
    }

    /// Links and short code are controls, which cost more than text.
    private static int look(Inline.Words words) {
        if (!words.target().isEmpty()) {
            return LINK;
        }
        return words.styles().contains(Inline.Style.CODE) ? BADGE : 0;
    }

    private static int of(String text) {
        int weight = 0;
        for (int i = 0; i < text.length(); i++) {
            weight += at(text, i);
        }
        return weight;
    }

    /// Neighbours share a badge.
    static int at(String text, int index) {
        boolean badge = Invisible.at(text, index) != null;
        return badge && (index == 0 || Invisible.at(text, index - 1) == null) ? BADGE : 1;
    }
}

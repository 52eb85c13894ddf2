package dev.benchlight.render.markdown;

import java.util.ArrayList;
import java.util.List;

/// Splits what is too long for one cell of the view: layout costs grow with the cell, not with the
/// document.
final class Chunks {
    private static final int CHARACTERS = 4000;
    private static final int CELLS = 600;
    private static final int ITEMS = 60;

    private Chunks() {}

    static List<Block> split(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Listing list when list.items().size() > ITEMS -> {
                List<Block> parts = new ArrayList<>();
                for (int i = 0; i < list.items().size(); i += ITEMS) {
                    int end = Math.min(i + ITEMS, list.items().size());
                    parts.add(new Block.Listing(list.items().subList(i, end)));
                }
                yield parts;
            }
            case Block.Table table -> table(table);
            default -> List.of(block);
        };
    }

    private static List<Block> table(Block.Table table) {
        int step = Math.max(1, CELLS / Math.max(1, table.sides().size()));
        List<List<List<Inline>>> rows = table.rows();
        if (rows.size() <= step + 1) {
            return List.of(table);
        }
        List<Block> parts = new ArrayList<>();
        for (int i = 1; i < rows.size(); i += step) {
            List<List<List<Inline>>> part = new ArrayList<>();
            part.add(rows.getFirst());
            part.addAll(rows.subList(i, Math.min(i + step, rows.size())));
            parts.add(new Block.Table(table.sides(), List.copyOf(part)));
        }
        return parts;
    }

    private static List<Block> paragraph(Block.Paragraph paragraph) {
        List<Block> parts = new ArrayList<>();
        List<Inline> part = new ArrayList<>();
        int room = CHARACTERS;
        for (Inline inline : paragraph.content()) {
            Inline rest = inline;
            while (rest instanceof Inline.Words words && words.text().length() > room) {
                int cut = cut(words.text(), room);
                part.add(with(words, words.text().substring(0, cut)));
                parts.add(new Block.Paragraph(List.copyOf(part)));
                part.clear();
                room = CHARACTERS;
                rest = with(words, words.text().substring(cut));
            }
            part.add(rest);
            room -= rest instanceof Inline.Words words ? words.text().length() : 200;
            room = Math.max(room, 1);
        }
        parts.add(new Block.Paragraph(List.copyOf(part)));
        return parts;
    }

    private static Inline.Words with(Inline.Words words, String text) {
        return new Inline.Words(text, words.styles(), words.target());
    }

    private static int cut(String text, int room) {
        int space = text.lastIndexOf(' ', room - 1) + 1;
        int cut = space > room / 2 ? space : room;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }
}

package dev.benchlight.render.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;

import dev.benchlight.render.markdown.Block.Side;

import java.util.ArrayList;
import java.util.List;

/// Turns the parser's table into rows of cells.
final class TableMapper {
    private TableMapper() {}

    static Block.Table of(TableBlock table) {
        List<Side> sides = new ArrayList<>();
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableSeparator) {
                continue;
            }
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(row(row, sides));
                }
            }
        }
        return new Block.Table(List.copyOf(sides), List.copyOf(rows));
    }

    private static List<List<Inline>> row(Node row, List<Side> sides) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                if (cells.size() >= sides.size()) {
                    sides.add(side(cell));
                }
                cells.add(InlineMapper.of(cell));
            }
        }
        return List.copyOf(cells);
    }

    private static Side side(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == null) {
            return Side.LEFT;
        }
        return switch (alignment) {
            case CENTER -> Side.CENTER;
            case RIGHT -> Side.RIGHT;
            case LEFT -> Side.LEFT;
        };
    }
}
